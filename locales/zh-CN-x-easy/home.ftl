# 首页，简明。

home-lead = 回答几个问题。马上知道您能领多少钱。也知道要带什么材料。家人的事，也可以查。
home-note = 不用登录。不留姓名。最多{ $most }个问题。大约3分钟。
home-ways = 几种办法，您来选
home-online-says = 用手机或电脑。可以停下来，以后再填。
home-window-says = 去哪个乡镇、街道都行。不用回户口那里。
home-phone-says = 工作人员帮您查、帮您填。
home-visit-says = 您出不了门？村（社区）的人，或工作人员来您家。
