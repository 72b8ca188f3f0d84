/** Words that begin a sentence with a capital and name nobody, by language. */
export const OPENERS: Record<string, string> = {
  en: `
    a about after again all also although am an and another any anybody anyone are as ask at because been before
    being both but by bye call can could dear despite did didn't do does doesn't don't during each either even
    ever every everybody everyone except few for from get give good great had has have he hello help her here hers
    hey hi him his how i if in instead into is isn't it its just last later let like many may maybe me
    mine more most much my neither never next no nobody none nor not nothing now of off often ok old on
    once one only or other our out over own perhaps please poor rather regards same she should since so
    some somebody someone something sometimes soon still such sure tell than thank thanks that the their them then
    there these they this those though through till to today together tomorrow too two under unless until
    up us very was we well were what when where whether which while who whom whose why will with
    without would wouldn't yes yesterday yet you your`,
  id: `
    ada adakah agar akhirnya aku akan apa apakah atau bagaimana bagi bahkan banyak baru begitu beliau belum
    beberapa besok betul biasanya bila bisa bisakah boleh bolehkah bos buat bukan cuma dalam dan dari daripada
    demi dengan di dia dulu entah gaji gue halo hai hampir hanya hari haruskah hingga ini istri itu jadi jangan
    jika juga kadang kalau kalo kami karena kata katanya ke kemarin kemudian kenapa kepada ketika kini kita klien
    lagi lalu maaf maka malah masih memang menurut mereka meski mohon mungkin namun nanti oleh orang pada
    padahal para pernah punya rekan sampai saat saja salam sama sambil satu saya sebab sebagai sebelum sedang
    sejak sekarang selain selama semoga semua seorang seperti serta sesudah setelah setiap siapa suami sudah
    supaya surat tadi tahun tanpa tapi teman terakhir ternyata tetap tetapi tiap tidak tolong untuk wajarkah
    walau waktu yang yth`,
}

/** Words with a capital that point at nobody: the calendar, products, offices, peoples, faiths, ranks. */
export const HARMLESS = `
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
  saturdays sundays january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec senin selasa rabu kamis jumat jum'at sabtu minggu ahad
  januari februari maret mei juni juli agustus oktober desember
  christmas xmas easter halloween thanksgiving ramadan ramadhan eid diwali hanukkah santa lent passover
  lebaran natal paskah imlek nyepi waisak idul idulfitri iduladha maulid
  excel word outlook powerpoint teams slack zoom whatsapp linkedin facebook instagram twitter tiktok youtube
  telegram discord google gmail meet docs drive sheets chatgpt copilot microsoft windows apple iphone ipad mac
  android photoshop canva figma jira trello notion asana salesforce netflix spotify amazon uber glassdoor
  indeed jobstreet tokopedia shopee gojek grab gopay sharepoint onedrive skype signal reddit github xero
  workday covid wifi internet bluetooth python java javascript linux messenger starbucks pret mcdonald's
  ikea greggs costa tupperware indomaret alfamart lego fiverr etsy ebay tripadvisor upwork paypal venmo shopify
  wikipedia airbnb lyft lazada traveloka bukalapak brexit advent cheddar times guardian telegraph mail state kompas tempo
  i phd rp idr anonymous sincerely column sales marketing legal finance facilities payroll accounts personnel operations
  procurement logistics compliance engineering support security reception admin administration human resources
  people management customer service working occupational health safety
  manager director supervisor officer executive assistant coordinator president chairman chair head lead leader
  senior junior deputy chief vice associate board council committee parliament government ministry department
  company office parent parents boss editor editors columnist agony aunt chef team nurse teacher doctor
  engineer analyst developer designer accountant consultant owner owners employee employees client clients
  landlord founder colleague colleagues student union army navy police marines congress senate
  mum mom dad daddy mummy mama papa grandma grandpa nan gran auntie uncle sir madam ma'am sirs
  god lord jesus christ heaven bible koran quran allah tuhan islam kristen katolik hindu buddha muslim muslims
  christian christians jewish jew catholic protestant anglican sikh buddhist christianity alhamdulillah
  insyaallah insya bismillah astagfirullah masyaallah assalamualaikum assalamu'alaikum wassalam
  english french german spanish italian dutch welsh scottish irish british american americans canadian australian
  chinese japanese korean indian pakistani polish russian ukrainian portuguese brazilian mexican african asian
  european arabic turkish greek swedish danish norwegian finnish flemish thai vietnamese filipino malay
  malaysian singaporean indonesian nigerian ghanaian kenyan romanian bulgarian hungarian czech latin black white
  hispanic latino latina creole swiss belgian austrian iranian iraqi syrian israeli sudanese somali
  sunda batak minang betawi madura bugis dayak tionghoa melayu inggris belanda jepang cina korea prancis jerman
  asia europe africa america
  anda bapak bapak-bapak ibu ibu-ibu pak bu mas mbak kak kakak bang abang kang teh om tante saudara sdr nyonya
  tuan redaksi pengasuh disnaker kemnaker depnaker polri ketenagakerjaan kesehatan pemda akun
  direktur manajer kepala staf bagian kantor divisi cabang undang-undang pasal negara pemerintah presiden dinas
  camat lurah bupati gubernur sekda kades admin mimin pandemi arisan
  plan year level grade class part section chapter question answer mr mrs ms miss dr prof
  north south east west northern southern eastern western central secret new day eve`

/** A name that ends in one of these is no one's: “Working Time Directive”, “Pride Month”. */
export const GENERAL = `
  act acts directive regulation regulations law laws code policy award awards day week month programme
  program scheme agreement convention court tribunal commission`

/** A company, school or hospital is told by a word like these in its name. */
export const ORGANISATION = `
  ltd limited llp plc inc corp corporation llc gmbh co company group holdings trust museum gallery library
  hospital infirmary surgery school primary academy college university institute nursery bank building
  society insurance construction logistics services agency care homes books roofing foundation clinic
  practice kitchen bakery freight partners associates consulting solutions systems technologies studio
  studios media church cathedral hotel inn restaurant cafe café sons daughters brothers bros builders motors
  motor garage farm farms brewery press publishing digital labs foods stores retail energy capital
  legal solicitors properties electrical gauge bridges title charity credit dental veterinary salon
  interiors architects catering hospice association festival theatre zoo manufacturing textiles steel
  klinik toko bengkel yayasan koperasi universitas sekolah pabrik apotek warung restoran rumah
  politeknik pesantren konveksi butik jaya abadi sejahtera makmur persada sentosa`

/** The short form that stands before the name of a company, hospital or school. */
export const BEFORE_COMPANY =
  'pt cv ud pd fa rs rsu rsud rsia sd sdn smp smpn sma sman smk smkn mi mts tk sdit bpr kap st'

/** What people are called before their names. */
export const TITLES = `
  mr mrs ms miss mx dr prof professor sir dame lady lord father sister brother captain canon rev reverend
  rabbi judge sergeant major colonel pastor coach auntie uncle pak bapak bu ibu mas mbak bang kang mang teh kak
  kakak koh ko cik cici haji hajah ustaz ustadz sdr sdri nyonya tuan om tante yu gus neng uda uni bli mbok
  pakde bude romo suster camat lurah sekda bupati`

/** Words that stand between the parts of one name. */
export const NAME_JOINTS = 'de da di van von der den bin binti al el la le du'
