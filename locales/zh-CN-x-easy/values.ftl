# 数值，简明。

value-without-words = 那时的一条规定。它的名字不用了（{ $id }）。
