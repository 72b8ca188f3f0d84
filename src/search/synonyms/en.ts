/**
 * Words and phrases that people use for the same thing, a line each, with commas between them. A
 * search for one finds the others too, after those with the word itself. Any form of a word will do.
 */
export const en = `
boss, manager, supervisor, line manager, team lead, superior
fired, sacked, let go, laid off, dismissed, terminated, redundancy, made redundant, lose my job, layoff
salary, pay, wage, earnings, compensation, money
raise, pay rise, salary increase, increment, more money
payslip, paycheck, pay stub, pay packet
colleague, coworker, co-worker, workmate, teammate, peer
report, direct report, subordinate, team member, someone I manage, employee, staff
client, customer
company, employer, firm, organisation, business
job, role, position, post
quit, resign, leave my job, hand in my notice, give notice
interview, job interview, hiring process
job offer, offer letter
résumé, CV, curriculum vitae
reference, referee, recommendation letter
promotion, promoted, step up, move up
appraisal, performance review, annual review, evaluation
feedback, criticism
micromanage, breathe down my neck, watch over my shoulder, check up on me, control freak
bully, harass, pick on, intimidate, mistreat
shout, yell, scream, raise their voice, lose their temper
rude, disrespectful, impolite, condescending, patronising
gossip, rumour, talk behind my back
credit, take credit, steal my idea, claim my work
ignored, left out, excluded, overlooked, passed over
overtime, long hours, extra hours, unpaid hours, stay late
overworked, too much work, workload, swamped, drowning in work
burnout, burned out, burnt out, exhausted, worn out, stressed
anxious, anxiety, nervous, worried, scared, afraid, panic
holiday, vacation, annual leave, time off, day off, PTO
sick leave, sick day, call in sick, ill, illness
pregnant, pregnancy, expecting, maternity leave, parental leave
work from home, remote, working remotely, telework, home office
office, workplace, at work
text, message, WhatsApp, Slack
call, phone, ring
evening, night, after hours, out of hours
weekend, Saturday, Sunday
late, not on time, tardy, overdue
lazy, slacking, not pulling their weight, doing nothing
smell, body odour, stink, hygiene
loud, noisy, noise
mistake, error, mess up, screw up
lie, dishonest, deceive
friend, mate
date, romance, relationship, crush, in love
drunk, alcohol, drinking
grief, bereavement, death, died, passed away, funeral
contract, agreement, terms
freelance, self-employed, contractor, consultant
rate, fee, price
invoice, bill, unpaid invoice
intern, trainee, apprentice, graduate
new job, first day, new starter, onboarding
HR, human resources, personnel
meeting, call, standup
email, mail
child, kid, son, daughter
`
