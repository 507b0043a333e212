# 选地方，简明。

place-type-hint = 打名字里的一个字。也可以打拼音。比如“南”“nan”。
place-typed-found = 找到{ $count }个。请在下面选。
place-typed-none = 没有找到“{ $query }”。换一个字再试。也可以在下面选。
place-typed-failed = 现在要自己按一下。请按“查找”。
place-none-found-says = 名字可能改了。也可能打错了字。换一个字再试。也可以在下面选。
place-query-empty = 请先打一个字。再按“查找”。也可以在下面选。
