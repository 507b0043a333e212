# 首页。标题里的“¦”是可以换行的地方。

home-title = 我能得到¦什么帮助？
home-lead = 回答几个问题，马上知道您或家人能办哪些事、每月有多少钱、要带什么材料。
home-start = 开始查一查
home-note = 不用登录，不留姓名，最多{ $most }个问题，大约3分钟。
home-go-on = 接着填没填完的申请
home-cases = 看申请到哪一步了
home-confirm = 有人请我确认一件事
home-services = 可以办的事
home-ways = 几种办法，随您选
home-online = 在网上
home-online-says = 手机、电脑都行，随时可以停下来，以后接着填。
home-window = 去窗口
home-window-says = 任何一个乡镇、街道便民服务中心都收，不用回户籍地。
home-phone = 打电话
home-phone-says = 工作人员帮您查、帮您填。
home-call = 打{ $number }
home-visit = 上门办
home-visit-says = 出不了门的，村（社区）或工作人员到家里来。
