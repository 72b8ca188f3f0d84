/** Kata dan frasa yang berarti sama, satu baris per makna, dipisahkan koma; lihat `en.ts`. */
export const id = `
atasan, bos, boss, manajer, manager, supervisor, pimpinan, kepala, leader
bawahan, anak buah, staf, anggota tim
PHK, dipecat, diberhentikan, dirumahkan, layoff, putus kontrak, kehilangan pekerjaan
gaji, upah, bayaran, penghasilan, salary
naik gaji, kenaikan gaji, gaji naik
slip gaji, slip
THR, tunjangan hari raya
bonus, insentif, tunjangan
rekan, kolega, teman kerja, teman kantor, teman sekantor, rekan kerja
klien, pelanggan, customer, client
perusahaan, kantor, tempat kerja, instansi
pekerjaan, kerjaan, kerja, tugas
resign, mengundurkan diri, keluar kerja, berhenti kerja, keluar dari kantor, cabut
wawancara, interview
lamaran, melamar kerja, lowongan, loker
promosi, naik jabatan, naik pangkat, kenaikan jabatan
penilaian kinerja, evaluasi, performance review, KPI
masukan, kritik, feedback
lembur, overtime, pulang malam, jam kerja panjang
cuti, libur, izin
sakit, kurang sehat, cuti sakit
hamil, kehamilan, cuti melahirkan, mengandung
WFH, kerja dari rumah, remote, jarak jauh
chat, pesan, WA, WhatsApp, SMS
telepon, telpon, telfon, nelpon, nelepon, call, hubungi
malam, tengah malam, di luar jam kerja
akhir pekan, weekend, Sabtu, Minggu
rapat, meeting
marah, bentak, teriak, omel, emosi
kasar, tidak sopan, merendahkan, menghina
gosip, rumor, omongan, dibicarakan di belakang
merundung, bully, perundungan, ditindas, diintimidasi
pelecehan, melecehkan, harassment
capek, lelah, kelelahan, burnout, stres, stress
takut, khawatir, cemas, gugup, deg-degan
mengambil kredit, mengaku ide, mencuri ide, klaim hasil kerja
dikucilkan, diabaikan, tidak diajak, dijauhi
malas, tidak bekerja, santai
terlambat, telat
kesalahan, salah, keliru
bohong, berbohong, tidak jujur
pacaran, naksir, hubungan asmara
meninggal, duka, wafat, berkabung
kontrak, perjanjian
magang, intern
freelance, lepas, pekerja lepas
tarif, harga, biaya
utang, hutang, pinjam uang
uang, duit
anak, bayi
`
