confirm-who-guardian = 依法照顾他的人
confirm-waits-own = 别人帮您交了这份申请。等您确认。您不想要？请到“别人帮您办了什么”里告诉我们。
confirm-who-co-guardian = 另一位依法照顾他的人
