/** Kata dan frasa yang berarti sama, satu baris per makna, dipisahkan koma; lihat `en.ts`. */
export const id = `
atasan, bos, boss, manajer, manager, supervisor, pimpinan, kepala, leader, bosku
bawahan, anak buah, staf, anggota tim, tim saya
pemilik, owner, pendiri, direktur, CEO
PHK, dipecat, diberhentikan, dirumahkan, layoff, putus kontrak, kehilangan pekerjaan, dipecatnya
gaji, upah, bayaran, penghasilan, salary
naik gaji, kenaikan gaji, gaji naik, minta gaji
potong gaji, dipotong, potongan
UMR, UMK, UMP, upah minimum
nego, negosiasi, menawar, tawar
tawaran, offering, offering letter, ditawari
counter offer, ditahan, dibujuk bertahan
slip gaji, slip
THR, tunjangan hari raya, lebaran
bonus, insentif, tunjangan, komisi
tidak dibayar, belum dibayar, telat dibayar, nunggak
BPJS, asuransi, jaminan
rekan, kolega, teman kerja, teman kantor, teman sekantor, rekan kerja, temen, partner kerja
senior, junior, anak baru, karyawan baru, pegawai baru
klien, pelanggan, customer, client
perusahaan, kantor, tempat kerja, instansi, PT
karyawan, pegawai, pekerja, buruh
pekerjaan, kerjaan, kerja, tugas
resign, mengundurkan diri, keluar kerja, berhenti kerja, keluar dari kantor, cabut, pamit, mundur
pindah kerja, kerja baru, pekerjaan baru, kantor baru
notice, one month notice, masa tenggang
paklaring, surat keterangan kerja, surat pengalaman kerja, referensi
ijazah, dokumen
wawancara, interview, tes kerja
lamaran, melamar kerja, lowongan, loker, cari kerja, pelamar
HRD, HR, personalia
CV, daftar riwayat hidup, resume
menganggur, nganggur, pengangguran
promosi, naik jabatan, naik pangkat, kenaikan jabatan, dipromosikan
mutasi, dipindahkan, dimutasi, rotasi
penilaian kinerja, evaluasi, performance review, KPI, target
surat peringatan, SP, teguran, ditegur
masukan, kritik, feedback, saran
pujian, dipuji, terima kasih, apresiasi, dihargai
lembur, overtime, pulang malam, jam kerja panjang, kerja sampai malam
sif, shift, giliran, jadwal, piket
cuti, libur, izin, tidak masuk
sakit, kurang sehat, cuti sakit, opname, rumah sakit
hamil, kehamilan, cuti melahirkan, mengandung
keguguran, kehilangan janin, kehilangan bayi
menyusui, ASI, pompa, perah
WFH, kerja dari rumah, remote, jarak jauh
WFO, masuk kantor, kembali ke kantor
chat, pesan, WA, WhatsApp, SMS, grup
telepon, telpon, telfon, nelpon, nelepon, call, hubungi
email, surel
malam, tengah malam, di luar jam kerja, malem
akhir pekan, weekend, Sabtu, Minggu, hari libur
rapat, meeting, daring, zoom
presentasi, tampil, bicara di depan
marah, bentak, teriak, omel, emosi, ngamuk
menangis, nangis, air mata
kasar, tidak sopan, merendahkan, menghina, dihina
dipermalukan, malu, mempermalukan
gosip, rumor, omongan, dibicarakan di belakang, menyebarkan, ngomongin
rahasia, bocor, membocorkan
merundung, bully, perundungan, ditindas, diintimidasi, senioritas
pelecehan, melecehkan, harassment, cabul, mesum, menggoda, raba
lelucon, candaan, bercanda, guyonan
ancam, mengancam, diancam
diskriminasi, pilih kasih, anak emas, tidak adil
capek, lelah, kelelahan, burnout, stres, stress, letih
takut, khawatir, cemas, gugup, deg-degan, nervous, grogi
depresi, kesehatan mental, psikolog
bosan, jenuh
minder, tidak percaya diri, insecure, tidak mampu
mengambil kredit, mengaku ide, mencuri ide, klaim hasil kerja, diaku
dikucilkan, diabaikan, tidak diajak, dijauhi
malas, tidak bekerja, santai, pemalas
terlambat, telat, kesiangan
kesalahan, salah, keliru, blunder
minta maaf, maaf
disalahkan, kambing hitam
bohong, berbohong, tidak jujur, palsu, fiktif
mencuri, maling, hilang
korupsi, suap, gratifikasi, mark up
lapor, melapor, mengadu, pengaduan
pacaran, naksir, hubungan asmara, selingkuh
menikah, nikah, nikahan, suami, istri
meninggal, duka, wafat, berkabung
orang tua, ayah, ibu, bapak
anak, bayi
kontrak, perjanjian, PKWT, perpanjangan
outsourcing, alih daya
masa percobaan, probation
denda, penalti, ganti rugi
magang, intern, internship
freelance, lepas, pekerja lepas
tarif, harga, biaya
utang, hutang, pinjam uang, pinjaman, pinjol
uang, duit, dana
sumbangan, iuran, patungan, kado, arisan
makan siang, istirahat, jam istirahat
puasa, salat, ibadah, doa, agama
jilbab, hijab, kerudung
pakaian, baju, seragam, penampilan
bau, bau badan, parfum
berisik, ribut
rokok, merokok, vape
pensiun, usia, umur, tua
disuruh, menyuruh, diperintah
menolak, bilang tidak, tidak enak
senang, nyaman, betah
persetujuan, acc, disetujui, izin
batas, batasan
pesangon, uang pisah, kompensasi, uang penghargaan
pajak, PPh, NPWP
serikat, serikat pekerja, mogok, demo
dirumahkan, tanpa gaji
disnaker, mediasi, pengadilan hubungan industrial, gugat, hukum
kerja sampingan, sampingan, side job, ngojek
karyawan tetap, pegawai tetap, pengangkatan, diangkat
absen, absensi, bolos, mangkir
kecelakaan, cedera, K3, keselamatan
intip, memantau, diawasi, CCTV, dipantau
pindah kota, relokasi, merantau
`
