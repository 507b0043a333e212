# 听：整页录音，和在自己的设备上朗读。

aloud-name = 听这一页
aloud-audio = 听这一页的录音
aloud-audio-says = 是机器合成的声音，个别字可能读错，以文字为准。大约{ $minutes }分钟，{ $megabytes }兆流量。
aloud-audio-begins = 下面是机器合成的声音，个别字可能读错，以网页上的文字为准。

aloud-controls = 朗读
aloud-begin = 朗读这一页
aloud-pause = 暂停
aloud-go-on = 接着读
aloud-stop = 停止
aloud-slower = 慢一点
aloud-faster = 快一点
aloud-reading = 正在读
aloud-paused = 停在这一句，可以接着读
aloud-stopped = 不读了
aloud-ended = 读完了
aloud-speed-slowest = 很慢
aloud-speed-slow = 慢
aloud-speed-usual = 正常快慢
aloud-speed-fast = 快
aloud-speed-fastest = 很快
aloud-instead = 这台设备没有能读这一页的声音。可以打{ $number }，请工作人员读给您听。
aloud-instead-audio = 这台设备没有能读这一页的声音。可以听下面的录音。

aloud-setting = 朗读按钮
aloud-with-simple = 用长辈版时有
aloud-always = 每一页都有
aloud-always-says = 按一下，手机、电脑自己的声音就读给您听。不按不会读
aloud-never = 都不要
