# 零件自己的话，简明。

parts-clock-left = 还剩{ $days }个工作日
parts-clock-last-day = 最晚{ $day }办完。由{ $who }办。
parts-clock-paused = 先停一停：等您补材料
parts-clock-waits = 先停一停：等申请人补材料
parts-clock-goes-on = { $day }前交都可以。交了接着算。还剩{ $days }个工作日。
parts-clock-over = 晚了{ $days }个工作日
parts-clock-sorry = 对不起，让您久等了。{ $who }已经在管这件事。
