/** A letter that was made up for comparing: `problem` is what it is about, `story` who it happened to. */
export type Story = {
  language: 'en' | 'id'
  problem: string
  story: string
  question: string
  letter: string
}

/** Of each problem a letter, the same letter edited and sent again, and somebody else's letter. */
export const STORIES: Story[] = [
  {
    language: 'en',
    problem: 'credit',
    story: 'slides',
    question: 'My colleague presents my work as hers. What do I do?',
    letter: `I joined the research team last spring. Since then I have prepared the slides for every client presentation, and my colleague has given the talk. In the last three meetings she said "I found" and "my analysis", and our director praised her for it in front of everyone. When I mentioned it afterwards she laughed and told me that it is a team effort. My review is next month. I do not want to look petty, but I would like somebody to know who did the work.`,
  },
  {
    language: 'en',
    problem: 'credit',
    story: 'slides',
    question: 'A colleague presents my work as her own',
    letter: `I have been on the research team since the spring. I prepare the slides for all client presentations, and my colleague gives the talk. In three meetings now she has said "my analysis" and "I found". Our director praised her in front of everyone! I mentioned it to her afterwards; she laughed and said it was a team effort. Next month is my review. I don't want to be petty, yet somebody should know who did the work. How do I say this?`,
  },
  {
    language: 'en',
    problem: 'credit',
    story: 'warehouse',
    question: 'How do I stop a coworker from taking credit for my ideas?',
    letter: `At the warehouse we hold a short meeting each morning. Twice now I have told a coworker over coffee how we might load the vans faster, and an hour later he has put it to the foreman as his own idea. The foreman has begun to call him a natural leader. I am older, and nobody expects ideas from me. My wife says I should keep my mouth shut from now on. I think that I ought to speak up, but whenever I try, he talks over me.`,
  },
  {
    language: 'en',
    problem: 'hours',
    story: 'messages',
    question: 'My manager sends messages at midnight. Must I answer?',
    letter: `My manager does her best thinking after her children are in bed. That means messages at eleven, at midnight, sometimes at one. None of them is urgent, she says, and we may answer in the morning. But two of my teammates answer at once, and in the morning the decision has been made without me. I have switched off notifications and now I wake at three to look. I like this job. I just want to sleep. Should I raise it with her, or with the others?`,
  },
  {
    language: 'en',
    problem: 'hours',
    story: 'messages',
    question: 'Do I have to answer my manager’s midnight messages?',
    letter: `I like my job, I just want to sleep. My manager does her thinking once her children are in bed, so her messages come at eleven, at midnight, sometimes at one in the morning. She says none is urgent and that we may answer the next day. Two teammates however answer at once, and by morning the decision has been made without me. I switched notifications off; now I wake at three to look at the phone. Should I raise this with her or with the others?`,
  },
  {
    language: 'en',
    problem: 'hours',
    story: 'nursery',
    question: 'How do I say no to evening calls from my boss?',
    letter: `I run the kitchen of a nursery school. My boss rings me most evenings to go through the next day: menus, deliveries, who is off sick. It takes half an hour and I am not paid for it. When I let it ring she tries again, and then she sends a message to ask whether I am all right. I have small children of my own. I have said that mornings suit me better and she agreed, and rang that same night. I need a sentence that works.`,
  },
  {
    language: 'en',
    problem: 'pay',
    story: 'designer',
    question: 'The new hire earns more than I do. Can I say so?',
    letter: `By accident I saw an offer letter on the printer. The designer who starts on Monday, straight from college, will be paid four thousand more than I am, and I have been here for six years. I trained the last two juniors and I will be asked to train this one. I am angry, and I am ashamed that I looked. I want to ask for a raise without saying what I saw. Is there an honest way to do it, and when would be the moment?`,
  },
  {
    language: 'en',
    problem: 'pay',
    story: 'designer',
    question: 'New hire will earn more than me: may I mention it?',
    letter: `I saw an offer letter on the printer, by accident. A designer straight from college starts on Monday and will be paid four thousand more than me after my six years here. I have trained the last two juniors, and of course I shall be asked to train this one too. I'm ashamed that I looked and I'm angry. Is there an honest way to ask for a raise without saying what I saw? And when is the right moment to do it?`,
  },
  {
    language: 'en',
    problem: 'pay',
    story: 'hospital',
    question: 'I found out that a man in my team is paid more',
    letter: `At a birthday dinner a nurse on my ward told us what he earns. It is a good deal more than my salary, although we have the same grade and I have been qualified for longer. He was as surprised as I was. Our union says that the bands are fixed, the hospital says that experience elsewhere was counted for him. Nobody counted mine. I would like to ask for a raise, but I fear that I get him into trouble for telling us.`,
  },
  {
    language: 'en',
    problem: 'leaving',
    story: 'notice',
    question: 'How much do I owe them when I resign?',
    letter: `I have accepted another job and must give four weeks' notice. My current company is a firm of five people; when I go they lose a fifth of the staff. The owner has been kind to me through a divorce. She will ask me to stay until the summer, I know it, and my new employer will not wait. I have rehearsed the conversation in the shower for a fortnight and each time I end up apologising. What do I say when I hand in the letter?`,
  },
  {
    language: 'id',
    problem: 'pujian',
    story: 'laporan',
    question: 'Rekan saya mengaku laporan itu hasil kerjanya',
    letter: `Saya bekerja di bagian keuangan sebuah pabrik. Setiap akhir bulan saya menyusun laporan biaya sampai larut malam. Dalam rapat direksi, rekan satu meja saya yang membacakannya, dan ia selalu bilang laporan itu ia kerjakan sendiri. Bulan lalu ia mendapat pujian dan bonus. Waktu saya tegur, katanya kami kan satu tim. Saya bukan orang yang suka ribut, tetapi penilaian tahunan sudah dekat. Bagaimana caranya supaya atasan tahu siapa yang sebenarnya mengerjakan?`,
  },
  {
    language: 'id',
    problem: 'pujian',
    story: 'laporan',
    question: 'Rekan kerja mengakui laporan saya sebagai miliknya',
    letter: `Penilaian tahunan sudah dekat dan saya bukan orang yang suka ribut. Saya di bagian keuangan sebuah pabrik; tiap akhir bulan saya yang menyusun laporan biaya, sering sampai larut malam. Tetapi dalam rapat direksi laporannya dibacakan rekan semeja saya, dan katanya ia mengerjakan sendiri. Bulan lalu ia dipuji dan mendapat bonus. Saya sudah menegur, jawabnya kami satu tim. Bagaimana supaya atasan saya tahu siapa yang mengerjakannya?`,
  },
  {
    language: 'id',
    problem: 'pujian',
    story: 'toko',
    question: 'Ide saya selalu diambil teman kerja, harus bagaimana?',
    letter: `Saya penjaga toko pakaian. Sudah tiga kali saya bercerita kepada teman sesama penjaga tentang cara menata etalase, lalu besoknya ia menyampaikan kepada pemilik toko seolah itu idenya. Pemilik senang sekali dan sekarang ia dijadikan kepala toko. Ibu saya menyuruh sabar. Saya takut dianggap iri kalau bicara, apalagi ia teman saya sejak sekolah. Apakah saya lebih baik diam saja dan tidak berbagi ide lagi?`,
  },
  {
    language: 'id',
    problem: 'lembur',
    story: 'hotel',
    question: 'Lembur tidak dibayar, apakah saya boleh menolak?',
    letter: `Saya resepsionis di sebuah hotel kecil. Jadwal saya delapan jam, tetapi pengganti saya sering terlambat, jadi saya pulang sebelas jam kemudian. Manajer bilang lembur dihitung sebagai pengabdian dan tidak dibayar. Suami saya marah karena anak kami harus menunggu di rumah tetangga. Kalau saya menolak, saya takut kontrak saya tidak diperpanjang pada bulan Maret. Bagaimana saya meminta supaya jadwal dipatuhi tanpa kehilangan pekerjaan?`,
  },
  {
    language: 'id',
    problem: 'lembur',
    story: 'hotel',
    question: 'Bolehkah menolak lembur yang tidak dibayar?',
    letter: `Saya resepsionis hotel kecil dengan jadwal delapan jam. Karena pengganti saya sering datang terlambat, saya baru pulang setelah sebelas jam. Kata manajer, lembur itu pengabdian sehingga tidak dibayar. Anak kami terpaksa menunggu di rumah tetangga dan suami saya marah. Kontrak saya habis bulan Maret; saya takut tidak diperpanjang kalau menolak. Bagaimana meminta agar jadwal dipatuhi tetapi saya tidak kehilangan pekerjaan?`,
  },
  {
    language: 'id',
    problem: 'lembur',
    story: 'agensi',
    question: 'Bos meminta kami lembur setiap akhir pekan',
    letter: `Di agensi iklan tempat saya bekerja, hampir tiap Sabtu dan Minggu ada revisi klien. Bos memanggil kami ke kantor tanpa bayaran lembur, hanya makan siang. Teman-teman saya masih muda dan menganggapnya biasa. Saya baru menikah dan ingin punya akhir pekan. Saya pernah menolak sekali dan sesudahnya tidak diajak dalam proyek besar. Apakah ada cara menolak lembur yang tidak membuat saya dianggap malas?`,
  },
  {
    language: 'id',
    problem: 'atasan',
    story: 'muda',
    question: 'Atasan saya jauh lebih muda dan sering membentak',
    letter: `Umur saya lima puluh dua, sudah dua puluh tahun di kantor ini. Sejak Januari kepala bagian kami seorang lulusan baru dari luar negeri. Ia pintar, tetapi kalau ada angka yang keliru ia membentak di depan staf lain. Kemarin ia melempar map ke meja saya. Saya malu sekali dan tidak bisa tidur. Bagian personalia menyuruh saya memaklumi karena ia masih belajar. Saya ingin dihormati, bukan minta dikasihani. Apa yang harus saya katakan?`,
  },
]
