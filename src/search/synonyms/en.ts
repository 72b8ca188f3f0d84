/**
 * Words and phrases that people use for the same thing, a line each, with commas between them. A
 * search for one finds the others too, after those with the word itself. Any form of a word will do.
 */
export const en = `
boss, manager, supervisor, line manager, team lead, superior, management
director, owner, founder, CEO, executive
fired, sacked, let go, laid off, dismissed, terminated, redundancy, redundant, lose my job, layoff, get the boot, axed, booted out, get the chop, job cuts, canned, given my cards, P45, severance
salary, pay, wage, earnings, compensation, wages, income
money, cash, pounds, dollars, grand, penny, cent, skint, broke
raise, pay rise, salary increase, increment, more money, uplift
pay cut, reduce my pay, less money, lower salary
payslip, paycheck, pay stub, pay packet, underpaid, final pay, last pay, short-changed, holiday pay
unpaid, not paid, owed, late payment, haven't paid, hasn't paid, didn't pay, missed payroll, payroll, for free
bonus, commission, incentive
colleague, coworker, co-worker, workmate, teammate, peer, desk mate, deskmate
report, direct report, subordinate, team member, someone I manage, employee, staff
client, customer, guest
company, employer, firm, organisation, business, workplace
job, role, position, post
hire, recruit, take on, get hired
new hire, new starter, newcomer, new person, newbie, trainee
recruiter, agency, headhunter, hiring manager
quit, resign, leave my job, hand in my notice, give notice, walk out
leaving, resignation, moving on, want out
notice period, notice, months' notice
counter-offer, offer to stay, match the offer
apply, application, job hunting, looking for work, job search
interview, job interview, hiring process, screening
ghosted, no reply, silence, never heard back, never called back, no answer, gone quiet, disappeared
job offer, offer letter, offer
resume, résumé, CV, curriculum vitae
career gap, gap, years out, out of work, unemployed, stay at home
reference, referee, vouch for, recommendation
experience, qualification, degree, skills
take-home, trial task, assessment, assignment
promotion, promoted, step up, move up
demoted, demotion, stripped of, step down, stepping down
job title, title
acting up, more responsibility, extra duties, two jobs
side job, second job, side hustle, moonlighting, gig
appraisal, performance review, annual review, evaluation, review
improvement plan, PIP, performance plan, under review
warning, disciplinary, disciplined, written up
probation, trial period
feedback, criticism, criticise
compliment, praise, thank, appreciate, recognition
micromanage, breathe down my neck, watch over my shoulder, check up on me, control freak, hover
monitor, track, spy, surveillance, watch
bully, harass, pick on, intimidate, mistreat, abuse, humiliate
threaten, blackmail, retaliate, punish
sexual harassment, touch, grope, creepy, inappropriate, hit on, flirt
racist, racism, race, slur
discriminate, discrimination, unfair, bias, prejudice
sexist, sexism, because I'm a woman
shout, yell, scream, raise their voice, lose their temper, snap
cry, tears, burst into tears, upset, weep
angry, furious, anger, rage
swear, curse, bad language
rude, disrespectful, impolite, condescending, patronising, talk down
joke, banter, tease, make fun of, mock, laugh at, imitate, mimic, impression, take the mickey, take the piss
gossip, rumour, talk behind my back, spread
secret, confidential, confide, privacy
complain, complaint, grievance, report them, whistleblow, tell on
take credit, credit, steal my idea, claim my work, plagiarise, pass off
ignored, left out, excluded, overlooked, passed over, not invited, sidelined
favourite, favouritism, nepotism, teacher's pet
interrupt, talk over, cut me off, speak over
talkative, chatty, talks too much, won't stop talking
quiet, shy, introvert, afraid to speak up
accent, pronounce, language, English isn't my first language
call me by the wrong name, wrong name, nickname, mispronounce, say my name, get my name wrong
overtime, long hours, extra hours, stay late, work late
overworked, too much work, workload, swamped, drowning in work, snowed under
understaffed, short-staffed, covering for
burnout, burned out, burnt out, exhausted, worn out, stressed, stress
tired, sleep, insomnia, can't sleep
bored, boring, nothing to do, pointless
anxious, anxiety, nervous, worried, scared, afraid, panic, dread
depressed, depression, mental health, therapy, breakdown
autism, autistic, ADHD, neurodivergent, dyslexia
disability, disabled, wheelchair, adjustments, chronic illness, impairment
deaf, deafness, hard of hearing, hearing aid, hearing loss, can't hear, lip-read
holiday, vacation, annual leave, time off, day off, PTO, leave
sick leave, sick day, call in sick, ill, illness, off sick, poorly
hospital, doctor, surgery, operation, cancer, treatment
injury, accident, hurt, back pain
unsafe, dangerous, safety, health and safety, hazard
pregnant, pregnancy, expecting, maternity leave, parental leave, having a baby
miscarriage, lost the baby
IVF, fertility
breastfeed, pump milk, nursing
menopause, hot flush
period, menstruation
mum, mother, mom, dad, father, parent
child, kid, son, daughter, baby, childcare, school run
carer, caring for, elderly parent, look after
husband, wife, partner, spouse
divorce, break up, separated, ex
work from home, remote, working remotely, telework, home office, WFH
back to the office, return to office, commute
office, workplace
open plan, hot desk, desk
text, message, WhatsApp, Slack, ping
phone, ring, telephone
email, mail, inbox
CC, copies in, copy in, copied in, cc'd
reply all, wrong person, sent by mistake
social media, Facebook, Instagram, LinkedIn, online post, profile, posted, TikTok, tweet
evening, night, after hours, out of hours, off the clock, on call
morning, 5am, 6am, five in the morning, six in the morning, early, dawn, crack of dawn
time zone, time difference, hours ahead, hours behind, abroad, overseas
weekend, Saturday, Sunday
shift, rota, schedule, roster
Christmas, holidays, festive
lunch, break, lunch break
late, not on time, tardy, overdue, lateness, punctual, on time
lazy, slacking, not pulling their weight, doing nothing, idle, coasting, dead weight, skive, not doing their job, underperform, poor performance
absent, absence, no-show
smell, body odour, stink, hygiene, stench, BO, smelly, sweat, deodorant
loud, noisy, noise, headphones, speakerphone
messy, dirty, tidy, wash up
food, meal, fridge, snack, cake, sandwich, lunchbox, leftovers
heating, cold, temperature, air conditioning, thermostat, aircon
clothes, dress code, outfit, uniform, wear
hair, tattoo, piercing, beard, appearance, make-up
weight, diet, fat
mistake, error, mess up, screw up, blunder, got it wrong
apologise, sorry, apology
blame, scapegoat, my fault, throw under the bus
lie, dishonest, deceive, made up, fake
steal, theft, stole, missing money, thief, nick, pinch, go missing, vanish, disappear
cheat, fraud, fiddle, falsify, illegal, break the law
expenses, reimburse, receipts, out of pocket, expense claim, paid back, refund
tips, gratuity, service charge, tip jar, tronc
friend, mate, friendship
date, romance, relationship, crush, in love, fancy, affair, ask me out, asked me out, dating, go out with, sleep with
drunk, alcohol, drinking, pub, hangover
sober, don't drink
drugs, weed, drug test
party, social, team building, away day, night out, works do, Christmas do, leaving do, farewell
birthday, collection, whip-round, gift, present, leaving card
charity, donate, sponsor
religion, religious, pray, faith, Muslim, Christian
politics, political, vote
gay, lesbian, LGBT, coming out, come out
transgender, trans, transition, pronouns, non-binary, nonbinary, they them, misgender, deadname
age, too old, older, ageism, younger
grief, grieve, bereavement, death, died, passed away, funeral, mourn, compassionate leave
contract, agreement, terms, clause
non-compete, competitor, rival
freelance, self-employed, contractor, consultant
rate, fee, price, quote
invoice, bill
scope creep, extra work, more than we agreed
deadline, due date, urgent, asap
intern, internship, apprentice, graduate
first job, first day, onboarding, just started, new job
career change, retrain, switch careers, change careers
retire, retirement, pension
relocate, move abroad, transfer
overqualified, qualified
imposter, impostor syndrome, fraud, not good enough, out of my depth
confidence, confident, self-esteem
HR, human resources, personnel, people team
union, strike, collective
tribunal, lawyer, legal, sue, rights, law
meeting, call, standup, video call, conference call
webcam, camera, cam
presentation, public speaking, speech, give a talk
training, course, conference
replacement, successor, handover
delegate, hand over
merger, takeover, restructure, reorganisation
bankrupt, insolvent, went bust, going under, closing down, shut down, closure
say no, refuse, turn down, decline, get out of, opt out, back out
ask for, request
boundary, boundaries, set limits
ethics, moral, conscience
personal questions, nosy, pry
small talk, chat
hug, handshake, personal space
pet, dog, cat
zero hours, casual work, temp, temporary, agency worker, fixed-term
part-time, reduced hours, four-day week, compressed hours, flexible hours, flexitime, job share
P60, tax, deductions, national insurance, withholding
minimum wage, living wage, low pay
garden leave, gardening leave
TUPE, takeover, new owners
gross misconduct, misconduct, suspended, suspension, investigation
constructive dismissal, forced out, pushed out, managed out
sabbatical, career break, unpaid leave
jury duty, jury service
paternity, paternity leave, shared parental leave, adoption leave
eavesdrop, overhear, listen in
allergy, allergic, intolerance
smoking, smoke, vape, cigarette
mentor, mentoring, coach, buddy
`
