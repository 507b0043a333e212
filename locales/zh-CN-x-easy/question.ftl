# 问题页，简明。

question-unknown = 我不知道
