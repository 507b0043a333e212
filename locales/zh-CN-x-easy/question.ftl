# 问题页，简明。

question-unknown = 我不知道
question-how-much-hint = 在领的，填每个月的数。比如100，或者83.20。不知道是多少，就选“我不知道”。工作人员会去查。
question-wrong-count = 有{ $count }处要改
problem-choose-one = 请选一个。不知道的，选“我不知道”。
problem-choose-any = 请选一选。都没有，就选“都没有”。
problem-choose-not-both = “都没有”不能和别的一起选。“我不知道”也不能。请去掉一边。
problem-choose-county = 请选户口在哪个县
problem-amount-missing = 请填每个月领多少钱
problem-amount-wrong = 钱数没有看懂。请只填数字。比如100，或者83.20。
problem-amount-zero = 在领的，数要比0大。没有领，就选“没有领”。
problem-amount-too-fine = 小数点后面最多2位。比如83.20。
problem-amount-and-no = 您填了钱数。又选了没有领或不知道。请留下对的那一个。
problem-number-and-unknown = 您填了数，又选了“我不知道”。请留下对的那一个。
