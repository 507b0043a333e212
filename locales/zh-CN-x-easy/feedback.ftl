# 说网站哪里不好用，看答复，简明。

feedback-late = 过了{ $day }，还没有答复。对不起。请打电话催我们：
feedback-open-lead = 交的时候，给过您一个编号。还给过一个查看码。
