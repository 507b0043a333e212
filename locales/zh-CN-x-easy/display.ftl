# 显示设置，简明。

display-lead = 选好就记住。换哪一页都一样。内容不会变少。
display-saved-says = 现在看到的，就是您选的样子。
display-try = 试读：每月70元。8月10日前到账。
display-try-says = 选好后按“保存”。这一页先变给您看。
display-view-simple-says = 字更大，按钮更大。一次只看一件事。
display-reset = 全部变回标准
