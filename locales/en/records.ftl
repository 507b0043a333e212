# Papers that a counter prints to be signed, and the list for the board: in standard words alone.

# Papers for the counter: what is known is printed, the rest is written and signed by hand.
record-signs = Signatures

record-forwarding-title = Forwarding letter
record-forwarding-to = { $office }:
record-forwarding-says = { $name } (resident ID { $number }) applied here for { $service } on { $day }, number { $reference }. The hukou is in { $place }; by the rules that place decides.
record-forwarding-asks = We pass the application on to you. Please deal with it, tell the applicant the result, and send back the receipt below with your seal.
record-forwarding-form = Enclosed: application and approval form
record-forwarding-paper = Enclosed: { $paper }
record-forwarding-receipt = Receipt
record-forwarding-number = Number of the receipt
record-forwarding-office = Receiving office (seal)
record-forwarding-officer = Received by
record-forwarding-day = Received on

record-number = Document number
record-person = { $name } (resident ID { $number })
record-decision = Decision on { $service }
record-agent = Name of who acts for the applicant, and what they are to them
record-phone = Telephone
record-address = Address
record-sign-person = Signature, fingerprint or seal of the applicant
record-sign-agent = Signature of who acts for them
record-sign-officer = Signature of the officer
record-sign-recorder = Signature of who wrote it down

record-service-title = Proof of service
record-service-table = How it was served
record-service-addressee = Addressee
record-service-document = Document served
record-service-day = Day and time
record-service-place = Place
record-service-way = Way
record-service-relation = Where somebody else took it: what they are to the addressee
record-service-refused = Where it was refused: why
record-service-remark = Remarks
record-service-counts = The days in which reconsideration can be asked for count from the day after it arrived.
record-service-sign-receiver = Signature, fingerprint or seal of who received it
record-service-sign-server = Signature of who served it
record-service-sign-witness = Signature of a witness, where it was left

record-withdraw-title = Withdrawal of an application
record-withdraw-says = I, { $person }, applied for { $service } on { $day }, number { $reference }. I now withdraw this application of my own will.
record-withdraw-table = The withdrawal
record-withdraw-why = Why (may stay empty)
record-withdraw-knows = I know: the case is closed with this and cannot be taken up again. I can apply anew; it then counts from the month of the new application.

record-contest-title = Record of a spoken request¦ for reconsideration
record-contest-table = The request
record-contest-person = Who asks
record-contest-against = Against
record-contest-to = Reconsideration body
record-contest-decision = The decision
record-contest-decided = Day of the decision
record-contest-arrived = Day it arrived
record-contest-wants = What is asked for
record-contest-why = Facts and reasons (in their own words)
record-contest-read = This record was read to the person, who said that it is right.
record-contest-basis = Basis: Administrative Reconsideration Law of the People's Republic of China, article 22.

posting-title = Two disability subsidies:¦ public notice
posting-opening = In { $place }, these people are to receive the two disability subsidies. This is the public notice.
posting-caption = { $count } in notice now, the oldest application first
posting-number = No.
posting-object = Whoever disagrees can say so to { $office } while the notice runs, by telephone at { $phone } or online. The person concerned is not told who objected.
posting-more = The list is too long: only its beginning stands here. Print it by street or township.
