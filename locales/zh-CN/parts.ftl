# 零件自己的话：进度、期限。

parts-done = 已完成
parts-now = 正在办
parts-next = 还没到
parts-clock-left = 还剩{ $days }个工作日
parts-clock-last-day = { $who }最晚{ $day }办完。
parts-clock-paused = 停表：等您补材料
parts-clock-waits = 停表：等申请人补材料
parts-clock-goes-on = { $day }前交都可以，交了接着算，还剩{ $days }个工作日。
parts-clock-over = 超了{ $days }个工作日
parts-clock-sorry = 对不起，让您久等了。{ $who }已经在管这件事。
