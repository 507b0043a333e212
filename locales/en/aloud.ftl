# To hear: a page as audio, and reading aloud on one's own device.

aloud-name = Listen to this page
aloud-audio = Listen to a recording of this page
aloud-audio-says = A machine speaks and may say some words wrongly; the written words count. About { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}, { $megabytes } megabytes.
aloud-audio-begins = This is a machine speaking. It may say some words wrongly; what is written on the page counts.

aloud-controls = Read aloud
aloud-begin = Read this page aloud
aloud-pause = Pause
aloud-go-on = Go on reading
aloud-stop = Stop
aloud-slower = Slower
aloud-faster = Faster
aloud-reading = Reading
aloud-paused = Paused at this sentence
aloud-stopped = Stopped
aloud-ended = Read to the end
aloud-speed-slowest = Very slow
aloud-speed-slow = Slow
aloud-speed-usual = Usual speed
aloud-speed-fast = Fast
aloud-speed-fastest = Very fast
aloud-instead = This device has no voice that can read this page. You can call { $number } and have it read to you.
aloud-instead-audio = This device has no voice that can read this page. You can listen to the recording below.

aloud-setting = Button for reading aloud
aloud-with-simple = In the simple view
aloud-always = On every page
aloud-always-says = Press it and the voice of your own phone or computer reads to you. It never begins by itself
aloud-never = Nowhere
