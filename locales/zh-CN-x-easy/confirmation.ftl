confirm-who-guardian = 依法照顾他的人
confirm-who-co-guardian = 另一位依法照顾他的人
