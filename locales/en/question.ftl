# question
