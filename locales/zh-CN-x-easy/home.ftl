# 首页，简明。

home-lead = 回答几个问题。马上知道您能领多少钱，要带什么。
home-note = 不用登录。最多{ $most }个问题。
home-online-says = 用手机或电脑。可以停下，以后再填。
home-window-says = 去哪个乡镇、街道都行。
home-phone-says = 有人帮您填。
home-visit-says = 您出不了门，我们来您家。
