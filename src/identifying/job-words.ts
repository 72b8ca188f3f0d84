/** Words that end like an occupation, and are none. */
export const NO_JOBS = `
  other another either neither rather never ever over under later after better bigger older younger
  former latter number letter matter member mother father brother sister daughter partner lover believer
  loner newcomer outsider insider foreigner beginner stranger winner loser fighter survivor sufferer smoker
  drinker talker listener worrier pleaser vegetarian christian american indian asian european italian canadian
  australian indonesian minor major senior junior prior favor error mirror door floor color humor honor poor
  power tower paper order offer answer corner summer winter quarter chapter transfer proper super inner outer
  upper lower user customer consumer subscriber follower founder co-founder owner leader holder earner
  breadwinner homeowner commuter disaster register dinner monster character center computer folder printer
  poster counter shelter timer eager sober bitter layer teenager toddler racist sexist feminist
  perfectionist optimist pessimist realist idealist list twist civilian guardian hour neighbor career peer
  volunteer contributor competitor factor sector fewer newer smaller larger stronger weaker faster slower
  easier harder earlier higher deeper closer killer joker quitter sucker bummer stickler stutterer
  stammerer sleeper starter slacker troublemaker mentor sponsor reminder blocker dealbreaker exist your four`

/** Occupations that thousands have, and the words that go with them. */
export const COMMON_JOBS = `
  manager supervisor director officer administrator coordinator engineer developer designer programmer analyst
  accountant bookkeeper auditor teacher lecturer tutor professor nurse doctor pharmacist therapist
  psychologist psychiatrist dentist carer caretaker cleaner driver courier worker labourer laborer builder
  plumber carpenter painter decorator gardener landscaper farmer baker butcher cook chef waiter bartender
  barista server cashier seller buyer clerk receptionist lawyer solicitor barrister translator interpreter
  writer editor journalist reporter copywriter photographer illustrator artist musician actor singer dancer
  player trainer coach instructor consultant contractor freelancer adviser advisor recruiter planner organiser
  organizer researcher scientist technician mechanic operator packer picker stacker porter librarian
  hairdresser barber tailor housekeeper shopkeeper caregiver babysitter executive assistant secretary guard
  social youth care project product account sales marketing software web data senior junior lead principal head
  chief deputy general regional area office it hr human resources finance financial legal team shift floor
  store shop shelf duty line branch department site operations operating technical business customer support
  service services graduate trainee apprentice intern freelance part-time full-time young new small good decent
  bad quiet hard only first second third primary secondary school university hospital ward community mental
  health child family staff civil mechanical electrical structural network security night day bus truck
  lorry taxi delivery warehouse bank tax trade graphic interior ux qa test systems database landscape english
  maths math music science history language piano driving dance pastry sous kitchen dental veterinary court
  medical estate real insurance content media communications public relations policy research quality control
  safety supply chain construction quantity surveyor economist midwife counsellor counselor firefighter
  creator influencer blogger stylist broker banker trader investor underwriter inspector dispatcher handler
  fundraiser producer presenter minister mayor welder fitter machinist electrician physician technologist
  merchandiser dishwasher runner specialist colleague employee`

/** What a department is usually there for. */
export const COMMON_FIELDS = `
  the my our your this that a an his her its sales marketing hr human people finance it operations department
  team teams school schools year state product products engineering design office security customer
  communications development household family company business class legal compliance procurement logistics quality
  production data research innovation digital media support service services delivery talent technology accounts
  payroll facilities administration nursing training learning content growth strategy what which staff english
  maths science history surgery languages faculty sixth retail property partnerships policy
  cabang gudang bagian divisi sekolah toko regu ruangan ruang dinas desa proyek unit tim departemen kantor
  seksi bidang sub produksi keluarga dua saya sakit pusing daerah kampung pabrik kebun dapur shift staf negara
  personalia hrd keuangan pemasaran operasional wilayah area puskesmas pelayanan perawat instalasi dingin
  lembaga badan suku dan yang ini itu kami tata stasiun pos balai administrasi umum rumah bank teknik logistik`

/** Common occupations and other people in Indonesian, with the words that go with them. */
export const PEKERJAAN = `
  kasir staf staff guru perawat bidan dokter sopir supir satpam admin administrasi karyawan karyawati pegawai
  manajer manager supervisor sales spg marketing pemasaran operator programmer desainer dosen akuntan analis
  resepsionis sekretaris teknisi mandor kurir pelayan koki barista tukang buruh asisten kepala koordinator
  magang konsultan apoteker pramusaji tenaga petugas penjaga freelance freelancer ojol driver hrd cs customer
  service editor penulis wartawan pedagang penjahit montir mekanik notulis penerjemah fotografer pramuniaga
  security keamanan kebersihan honorer kontrak tetap pengemudi direktur ketua wakil anggota bendahara pengawas
  pelatih pemandu account engineer developer analyst data content creator digital ibu anak bapak ayah istri suami
  teman orang perempuan laki-laki wanita pria muslim kristen janda duda perantau mahasiswa pelajar lulusan
  sarjana pekerja pengusaha pemilik wiraswasta atasan bawahan bos junior senior lead leader team tim pns asn
  tentara polisi pengacara arsitek psikolog peneliti pemain penyanyi petani nelayan bagian keuangan gudang
  produksi umum tata usaha kantor toko rumah tangga sakit sekolah swasta negeri biasa baru lama muda tua
  media sosial medsos grafis web software it pajak bank pengganti alasan harapan cara jalan masalah hal tulang
  korban saksi jawaban kesempatan rekan pimpinan yang`
