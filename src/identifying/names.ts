/** Given names that are no other word of the language, by language. */
export const GIVEN_NAMES: Record<string, string> = {
  en: `
    aaron abby abdul abdullah abena abigael abigail adaeze adam adaora adebayo adele aditi adrian
    agnes agnieszka ahmad ahmed aidan aiko aisha alan alana alastair albert aldo alec aled alejandro
    alex alexander alexandra alexis alfie alice alicia alina alisha alison alistair allan allie
    allison alyssa amanda amelia amie amina amit amos amy ana anand anders andre andrea andreas
    andrew andy angela angelica angie angus anika anil anita anja anjali ann anna anne anneliese
    annette annie anthea anthony antoinette anton antonio anya archie arjun arlene armando arnold
    arthur arturo asha ashleigh ashley astrid audrey augusta aurelia ayesha azra barbara barney
    barry bart beatrice beatriz becca becky belinda ben benjamin benny bernadette bernard bernice
    bert bertha bess beth bethany betsy betty beverly bianca blake bonnie brad bradley brandi
    brandon brenda brendan brent brett brian bridget brigid brigitte britt brittany brody bruce
    bryan bryn bryony byron caitlin caitlyn caleb callum cameron camille candice carl carla carlos
    carlton carmela carmen caroline carolyn carrie cassie cath catherine cathy cecilia cedric celia
    chantal charles charlie charlotte chelsea cheryl chidi chloe chris christina christine
    christopher chuka ciara claire clara claude claudia claudine clifford clive cody colette colin
    colleen connie connor cordelia corey corinne courtney craig cristina curt curtis cynthia cyril
    damian dani daniel danielle danny dante daphne darcy darius dariusz darlene darrell darren
    darryl dave david davina deb debbie deborah declan deepak deirdre delia delroy denise dennis
    denzel derek desiree desmond devesh dexter diana diane diego dimitri dmitri dolores dominic
    dominik dominique donald donna donovan doreen dorian doris dorothy doug dougie douglas duane
    duncan dwayne dylan ebony eddie edgar edith edna eduardo edward edwin effie efua eileen elaine
    eleanor elena elias elijah elisabeth elise eliza elizabeth ella ella-mae elle ellen ellie elliot
    elsa emeka emilia emily emma enrique eoin eric erica erik erin ernest ernesto esme esteban
    esther ethan etta eugene eunice eva evan evelyn ewa ewan ezra fabian farah farhan fatima fatou
    felicity felix fergus fernando fiona flora fran frances francesca francine francis frankie
    franklin franz fred freddie frederick fredrik freya gabe gabriel gabriela gail gareth garrett
    garth gary gavin gemma geoff geoffrey george gerald geraldine gerard geri gerry giles gillian
    gina giovanni giuseppe gladys glenda glenn gloria glynis gordana gordon graham grainne greg
    gregory greta guillermo gustavo gwen haley hamid hamza hanna hannah hans harold harriet harvey
    hassan hayley hector heidi helen helga henry hilary hiroshi hollie howard howie hugh hugo
    hussein iain ian ibrahim ignacio imani imogen imran ines inga ingmar ingrid irene irina isaac
    isabel isabella isha isla isobel ivan ivana jackie jacob jacqueline jaime jake jakub jamal james
    jamie jan-erik jane janelle janet janice jared jarrod jason jasper javed javier jayden jayne
    jeanette jeff jeffrey jemima jemma jenna jennifer jenny jeremy jermaine jerome jerry jess jesse
    jessica jessie jill jillian jim jimmy joan joanie joanna joanne joaquim joaquin jocelyn jodie
    joe joel johan john johnny jolene jonas jonathan jordan jorge jose joseph josephine joshua josie
    joyce juan judith judy julia julian julie juliet juliette julio julius justin kaitlyn kaori
    kareem karen kari karim karina karl kate katelyn katherine kathleen kathryn kathy katie katrina
    kayla kaylee kayleigh keisha keith kelly kelvin kendra kenji kenneth kenny kerry kevin khadija
    kiera kieran kimberly kiran kirk kirsty kofi krishna krishnan kristen kristin kristina kurt
    kwame kyle laila lakshmi lana lara larry latisha laura lauren laurence lauri lawrence leah
    leanne leigh leila lenny leo leon leona leonard leroy leslie leticia lewis liam lila linda
    lindsay lionel lisa lisette liz lloyd logan lola lorena lorenzo loretta lorna lorraine lottie
    louis louise luca lucas luciana lucille lucy ludmila luis luke luz lydia lynn mabel mackenzie
    madeleine madison maeve magda maggie magnus mahmoud maisie malcolm malik malin mandy manuel marc
    marcia marco marcus margaret marguerite maria mariam marie marilyn mario marion marisol marjorie
    marlene marlon marta martha martin martina marty marvin mary mateo mathew mathilda matilda matt
    matthew maura maureen maurice mavis maxine meera megan mehmet melanie melissa melvin meredith
    merle micah michael michelle mick miguel mike mikhail mildred millicent millie mindy miriam
    mitchell mohamed mohammed moira mollie molly mona monica monique morag morgan muhammad muriel
    murray mustafa myra myrtle nadia naima nancy nanette naomi nasreen natalie natasha nate nathan
    nathaniel neha neil nell neville ngozi nia niamh nicholas nicky nico nicola nicolas nicole nigel
    nikhil nils nina nisha nneka noah noel nora norman nuala odette olga oliver olivia oliwia ollie
    olu omar omari oonagh ophelia orla oscar osman otto owen padma padraig paloma pamela paolo
    patricia patrick patsy patty paul paula pauline pedro peggy percy pete peter petra phil philip
    phoebe phyllis pierre pippa polly pooja priscilla priti priya quentin quinn rachel rafael rahul
    raj rajesh rajiv ralph ramona randy rashid raul raymond rebecca rebekah reece reggie reginald
    remy renata renee reuben reza rhian rhonda rhys ricardo richard richie rick ricky rita robert
    roberta robyn rochelle roderick rodney roger rohan roland romesh ron ronald rory rosa rosalba
    rosalind rosemary rosie rowena roxanne roy roz ruben rupert russell ruth ryan sabrina sadie
    sally salma sam samantha samir samira samuel sandra sanjana sanjay santiago sara sarah saul
    scott sean sebastian selina selwyn serena sergio seth shane shanice shaniqua shannon sharon
    shauna shawn sheila shelley sheryl shirin shirley shona shreya sian silvia simon sinead siobhain
    siobhan sofia solomon sophia sophie soraya stacey stan stanley stefan stella stellan stephanie
    stephen steve steven stevie stuart sunil sunita susan sushila suzanne sven svetlana sybil sylvia
    szymon tabitha tahir talia tamara tamsin tanya tara tariq temi terence teresa teri terri terry
    tess tessa thelma theo theodore theresa thomas tiffany tilly timothy tina tobias toby todd tom
    tommy toni tony tracey tracy travis trevor tricia tristan trudy tunde tyler tyrese tyrone ulrich
    uma umar ursula usha valentina valerie vanessa vaughn velma vera veronica vicky victoria vijay
    vikram vince vincent violeta viv vivian vivienne walt walter wanda warren wayne wendy wesley
    whitney wilfred willa william wilma winifred winston xavier xiomara yara yasmin yasmine yesenia
    yolanda yuki yusuf yvette yvonne zach zainab zara zeke zoe zoltan zuzana`,
  id: `
    achmad adhi aditama aditya agus agustina aisyah ajeng aldi alfian alif alya amalia anastasia
    andi andika andini andri angga anggi anggraini anggun anindya anisa annisa antonius aprilia ardi
    arief arifin aris arya asep astri astuti aulia ayu ayunda bagas bagaskara bambang bernadus bonar
    budi budiman budiono cahyo cahyono cecep chairul dania darmawan darsono darto daud debora dedi
    dedy deni denny desak desi devi dewi dhani dharma dicky didik dimas dina dinda dodi doni dyah
    eddy edo eko elvira endang eni erna ernawati erwin evi fachri fadhil fadli fahmi faisal fani
    farida fauzi febri ferdi ferdian ferdinand feri ferry fikri firdaus firman fitri fitria fitriani
    fransiska galih galuh gatot gede ghina gilang ginanjar gunawan gusti hadi hafiz hanafi hanum
    hardi harjo hartati hartono haryanto hendra hendrawan hendri hengky herman hermawan heru hidayat
    hilda hilman ignatius ika ilham imas inayah indra indri iqbal irawan irfan irma irwan iwan
    jajang jefri joko joni juwita kadek karin kartini ketut khadijah komang krisna kristianto
    kurniawan kusuma lala latifah leni lidya lilis lina listya luki lukman lusi lutfi mahendra maman
    mamat marlina marni maryam maryati meilan melani melinda miko mila miranda muhamad mulyadi
    mulyani mulyono mustofa mutia nabila nanang naufal nella niken nila ningsih nining nisa nita
    novi novita nugroho nunung nurul nyoman oktavia oktaviani pandu pasha prabowo pram prasetyo
    pratama pratiwi priyanto purnomo putu rachmat radit raditya rafi rahma rahmawati raka rangga
    rani rara ratih ratna ratnasari rendi reni retno rian riana ridho ridwan rifki rika riko rima
    rini rio riri risa riska rizal rizki rizky robertus rohman rois rosalina rudi rudy rukmini rusdi
    salsabila samsul sandi sapto sarmi saskia selvi septi setiawan setyo shinta sigit silvi sinta
    siska sobari sofyan soleh sonya stefanus sudarman sugeng suharto suhendra sukardi sukirman sukma
    sulaiman sulastri sulis sulistyowati sumarni sumiati sunarto supardi suparman suparno supri
    supriyadi surti suryadi suryani susanti susanto sutarno sutopo sutrisno suwarno syahrul syifa
    tania tasya taufik teddy tedi tiara tika titin tomi topan trisna triyono tuti ucok udin ujang
    ulfa valen vania veronika viktor vina vivi wahyuni wati wawan wayan wibowo widodo willy winda
    wisnu wiwik wulandari yanti yanto yanuar yati yayuk yeni yeti yogi yohana yohanes yosef yosep
    yuda yudi yuli yulia yuliana yulianti yulius yuni yuniar yunita yusril zaenal zahra zainal zaki
    zulfa zulkifli`,
}

/** Given names that are words as well: at the start of a sentence they need a person's verb. */
export const NAMES_AND_WORDS = `
  abe ada ade adi agung akbar ali alma amir april ari art asri august aurora autumn ava avery ayo
  bagus basil bayu bella bill bob bobby bowo brooke cahya candra cara carol carson celeste chandra
  chase christian chuck cicilia citra cliff clint crystal daisy dale dan dana dawn dean dee dev
  dian dini don drew duke dusty dwi edi eka ellis endah eve faith fajar fern florence frank gale
  gene grace grant guy haris harry hasan heather holly honor hope ida imam iman indah intan ivy
  jack jada jade jan jasmine jean josh joy juli june kamal kartika kasih kat kath ken kim kirana
  kurnia lance laras lee len lena lia lily lou lucky luna made mae manda marina mark mawar max may
  maya mega mei melati mia miles milo mira murni nat ned nick norm nur okta olive parker pascal
  pat pearl penny perry pierce poppy prakash precious preston puji puspa puspita putra putri
  rahayu rahmat ramesh rana ray rex rich rina rob robin roman roni rose ross ruby rusty sabar
  sandy santi santoso sari sasha satria setia shaun siti skip slamet sonia sri star stew stu suci
  sue summer surya susi tari ted teguh tim tirta tono tri umi untung utami verity victor violet
  virginia wahyu will wulan yani yoga`

/**
 * Places of about half a million people and more, and whole countries and regions: to live in one
 * of them gives nobody away. Every other place does.
 */
export const LARGE_PLACES = `
  london birmingham manchester liverpool leeds sheffield bristol glasgow edinburgh cardiff belfast dublin newcastle
  nottingham bradford leicester england scotland wales ireland britain uk cornwall devon kent essex sussex surrey
  yorkshire lancashire norfolk suffolk cumbria paris berlin madrid rome vienna munich hamburg frankfurt amsterdam brussels
  lisbon barcelona milan athens warsaw prague budapest stockholm oslo copenhagen helsinki zurich geneva istanbul
  moscow kyiv boston chicago houston dallas austin seattle denver phoenix detroit atlanta miami philadelphia
  washington portland nashville charlotte memphis baltimore brooklyn manhattan toronto montreal vancouver calgary
  ottawa sydney melbourne brisbane perth adelaide auckland wellington mumbai delhi bangalore bengaluru chennai kolkata
  hyderabad karachi lahore dhaka beijing shanghai shenzhen tokyo osaka kyoto seoul taipei bangkok hanoi manila singapore
  singapura dubai doha riyadh cairo lagos nairobi johannesburg accra california texas florida ohio virginia
  georgia michigan illinois pennsylvania arizona colorado oregon utah nevada kansas kentucky tennessee alabama
  louisiana oklahoma arkansas missouri iowa minnesota wisconsin indiana maryland delaware connecticut massachusetts
  vermont maine idaho montana wyoming nebraska hawaii alaska ontario quebec queensland
  germany france spain italy portugal poland netherlands holland belgium switzerland austria sweden norway denmark
  finland greece turkey russia ukraine romania bulgaria hungary canada mexico brazil argentina chile peru colombia
  australia china japan india pakistan bangladesh nepal philippines vietnam thailand malaysia indonesia nigeria ghana
  guatemala honduras nicaragua panama cuba haiti jamaica ecuador bolivia paraguay uruguay venezuela latvia
  lithuania estonia slovakia slovenia croatia serbia bosnia albania macedonia montenegro moldova belarus armenia
  azerbaijan kazakhstan uzbekistan mongolia cambodia laos myanmar bhutan maldives kuwait qatar bahrain oman yemen
  libya tunisia algeria senegal cameroon uganda tanzania rwanda zambia malawi mozambique angola namibia botswana
  madagascar eritrea congo gambia liberia iceland malta cyprus luxembourg barbados trinidad fiji filipina kamboja
  rusia spanyol italia turki mesir
  kenya egypt morocco ethiopia sudan somalia zimbabwe israel iran iraq syria jordan lebanon afghanistan usa
  jakarta surabaya bandung medan semarang makassar palembang batam pekanbaru padang denpasar bogor depok tangerang
  bekasi yogyakarta jogja malang samarinda banjarmasin pontianak lampung balikpapan jabodetabek jawa sumatra
  sumatera kalimantan sulawesi papua bali lombok maluku aceh banten riau jambi bengkulu gorontalo eropa amerika
  jerman prancis belanda inggris jepang tiongkok taiwan hongkong arab saudi`

/** Names of two words that belong to a large place, a feast, an office or a product. */
export const HARMLESS_PHRASES =
  /\b(?:New (?:York|Zealand|Delhi|Jersey|Mexico|Year(?:[’']s)?)|Los Angeles|San (?:Francisco|Diego|Antonio|Jose)|Las Vegas|Hong Kong|Kuala Lumpur|Ho Chi Minh|Cape (?:Town|Verde(?:an)?)|South Africa|Sri Lanka|Saudi Arabia|Tel Aviv|Abu Dhabi|(?:North|South) (?:Carolina|Dakota|Korea)|West Virginia|Rhode Island|Puerto Rico|Northern Ireland|United (?:Kingdom|States)|(?:East|West) Midlands|Jawa (?:Barat|Tengah|Timur)|Jakarta (?:Barat|Timur|Utara|Selatan|Pusat)|(?:Sumatr?e?ra|Kalimantan|Sulawesi|Nusa) (?:Utara|Selatan|Barat|Timur|Tengah|Tenggara)(?: Barat| Timur)?|Nusa Tenggara (?:Barat|Timur)|Bandar Lampung|Idul (?:Fitri|Adha)|Hari Raya|Tahun Baru|Isra Mi[’']?raj|Cuti Bersama|Dinas Tenaga Kerja|Kementerian Ketenagakerjaan|Mahkamah (?:Konstitusi|Agung)|Good Friday|Boxing Day|Labo[u]?r Day|Memorial Day|Secret Santa|Human Resources|Google (?:Docs|Drive|Meet|Sheets)|Microsoft Teams|Citizens Advice|Charity Commission|Employment Tribunal|Equality Act|Black Friday|Star Wars|Game of Thrones)\b/gu
