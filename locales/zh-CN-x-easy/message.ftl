# 消息，用好懂的话。

message-unwanted-says = 您说了不想要。负责人查了。答复在“别人帮您办了什么”里。
message-acting-says = 是谁？能做什么？都写在“帮人办事”里。不是您的意思，就停掉。也可以到窗口说。
