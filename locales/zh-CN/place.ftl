# 选地方。

place-search = 查找地方
place-type = 打几个字查找
place-type-hint = 打名字里的一个字，或者拼音，比如“南”“nan”
place-find = 查找
place-found = 找到{ $count }个
place-typed-found = 找到{ $count }个，请在下面选
place-typed-none = 没有找到“{ $query }”，换一个字再试，或者在下面选
place-typed-failed = 现在不能边打字边找，请按“查找”
place-choose-found = 请选一个
place-choose = 或者在这里选
place-none-found = 没有找到“{ $query }”
place-none-found-says = 可能名字改了，也可能打错了一个字。换一个字再试，或者在下面选。
place-other = 换一个地方
place-none = 都不是
place-outside = 不在湖南
place-prefectures = 市、自治州（{ $count }个）
place-districts = 区（{ $count }个）
place-counties = 县、县级市（{ $count }个）
place-streets = 街道（{ $count }个）
place-towns = 镇（{ $count }个）
place-townships = 乡（{ $count }个）
place-others = 农场、林场和其他（{ $count }个）
place-problem = 请选一个地方
place-query-empty = 请先打一个字，再按“查找”。也可以直接在下面选。
