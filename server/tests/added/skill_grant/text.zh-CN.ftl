service-skill-grant = 残疾人¦技能培训补贴
    .lead = 上白天技能培训班的残疾人，每个月补一笔钱。有的地方晚上的班也算。
    .says = 给正在上技能培训班的残疾人
    .extra = 学完就停发。

reason-in-day-course = 正在上白天的技能培训班。
    .check = 正在上白天的技能培训班
reason-in-evening-course-local-rule = 正在上晚上的技能培训班，当地把这种班也算进来了。
    .check = 正在上晚上的技能培训班（当地的规定）
reason-excluded-under-16 = 还不满十六岁。
    .check = 满十六岁
    .who = 不满十六岁的
reason-not-in-training = 这份补贴给正在上技能培训班的人。

basis-skill-grant-2025 = 残疾人技能培训补贴办法（举例用的，不是真的文件）

change-other-course = 报名上白天的技能培训班
    .how = 有哪些班，可以问县残联。

evidence-course-record = 培训班的上课证明
    .says = 培训班开的，写明从什么时候上到什么时候

stage-skill-decision = 县残联审定
    .act = 审定

page-age = 申请人¦满十六岁了吗？
    .short = 年龄
page-age-under-16 = 还没有
page-age-from-16 = 满了
page-course = 您现在¦上技能培训班吗？
    .short = 技能培训班
    .hint = 残联办的、残联认可的班都算。
page-course-day = 上白天的班
page-course-evening = 上晚上的班
page-course-none = 没有上
page-door-width = 您的轮椅¦要多宽的门？
    .short = 门的宽度
    .hint = 量轮椅最宽的地方，再加10厘米。不用轮椅的，填80。
page-helpers = 去上课的时候¦谁可以帮您？
    .short = 帮您的人
    .hint = 接送您的，给您打手语的，都算。
    .entry = 帮您的这个人
    .add = 加一个人
page-helpers-name = 姓名
page-helpers-relation = 是您的什么人
page-helpers-relation-family = 家里人
page-helpers-relation-neighbour = 邻居
page-helpers-age = 年龄
    .hint = 满多少岁
page-helpers-helps = 怎么帮
page-helpers-helps-fetches = 接送
page-helpers-helps-signs = 打手语
page-helpers-allowance = 领别的补贴吗

fact-other-door-width = 门的宽度
fact-other-course = 技能培训班
    .none = 没有上
    .day = 白天的班
    .evening = 晚上的班

policy-skill-monthly = 技能培训补贴，每人每月
policy-skill-covers-evening = 技能培训补贴也给晚上的班

evidence-landlord-consent = 房东写的同意书

confirmation-landlord-agrees = 房东同意改门
    .lead = 门要加宽，要房东说同意。
    .waits = 等房东确认
    .says = 租您房子的人要把门加宽。请您说，同不同意。
    .agree = 房子是我的，我同意把门加宽。
