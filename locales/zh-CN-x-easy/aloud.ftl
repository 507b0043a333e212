# 听，简明。

aloud-audio-says = 是机器合成的声音。有的字可能读错。以文字为准。大约{ $minutes }分钟，{ $megabytes }兆流量。
aloud-audio-begins = 下面是机器合成的声音。有的字可能读错。以网页上的文字为准。

aloud-always-says = 按一下，您的手机就读给您听。电脑也行。不按不会读。
aloud-instead = 这台设备读不了这一页。请打{ $number }。工作人员读给您听。
aloud-instead-audio = 这台设备读不了这一页。请听下面的录音。
