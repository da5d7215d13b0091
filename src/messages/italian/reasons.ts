import type { Messages } from '../messages.ts'
import { mandateReasonsItalian } from './partner.ts'

export const reasonsItalian: Messages['reasons'] = {
  'form-conforms':
    'Il certificato è ben formato: nulla manca o è nascosto, e ogni voce significa ciò che dice il suo nome.',
  'form-not-a-credential':
    'Il file è leggibile, ma non è un certificato. Assicurarsi che sia il file giusto.',
  'form-context-not-pinned':
    'Il certificato usa un vocabolario che questo servizio non conosce, quindi il contenuto potrebbe significare altro da ciò che sembra. Chiedere conferma all’emittente.',
  'form-term-hidden':
    'Il certificato contiene voci che una firma non proteggerebbe. Chiunque potrebbe averle aggiunte. Non farvi affidamento; chiedere all’emittente.',
  'form-nonconforming':
    'Il certificato non segue il suo standard (Open Badges 3.0 per i badge, quello del W3C per gli altri): una voce manca o è errata. Chiederne all’emittente uno corretto.',
  'form-too-complex':
    'Il certificato ha una struttura così complicata che non si è potuto leggere nel tempo consentito. I certificati veri non sono così: chiedere all’emittente.',
  'form-not-reached':
    'La forma non è stata verificata per un errore del servizio. Riprovare più tardi.',
  'signature-holds':
    'La firma digitale è integra: nulla è stato modificato da quando l’emittente ha firmato.',
  'signature-broken':
    'La firma digitale non corrisponde al contenuto: qualcosa è stato modificato dopo la firma, oppure non è mai stato firmato con questa chiave. Non farvi affidamento; chiedere l’originale al titolare.',
  'signature-missing':
    'Non c’è una firma digitale, quindi chiunque potrebbe averlo scritto. Chiedere al titolare il file firmato.',
  'signature-suite-unknown':
    'Il certificato è firmato con un metodo che questo servizio non conosce, quindi qui non si è potuto verificare. Provare un altro servizio di verifica, oppure chiedere all’emittente.',
  'signature-malformed':
    'La firma digitale è danneggiata, oppure non è costruita come dicono gli standard. Chiedere al titolare il file originale.',
  'signature-purpose-wrong':
    'La firma digitale è stata fatta per uno scopo diverso da quello di garantire questo contenuto. Non farvi affidamento; chiedere all’emittente.',
  'signature-chain-broken':
    'Le firme digitali si basano l’una sull’altra, e una di esse manca o non regge. Chiedere al titolare il file completo.',
  'signature-other-audience':
    'La firma digitale è stata fatta per un altro destinatario o un’altra occasione: potrebbe essere stata copiata. Chiederne al titolare una fatta per questa occasione.',
  'signature-claims-differ':
    'La busta firmata e il certificato che contiene dicono cose diverse. Non farvi affidamento; chiedere all’emittente.',
  'signature-algorithm-refused':
    'Il certificato è firmato in un modo che non corrisponde alla chiave, o che non è abbastanza sicuro. Chiederne uno nuovo all’emittente.',
  'signature-key-missing':
    'Non è nota alcuna chiave con cui possa essere stato firmato, quindi la firma non si può verificare. Chiedere all’emittente.',
  'signature-too-complex':
    'La verifica della firma digitale ha richiesto più tempo del consentito ed è stata interrotta. Riprovare più tardi, oppure chiedere all’emittente.',
  'signature-not-reached':
    'La firma non è stata verificata per un errore del servizio. Riprovare più tardi.',
  'issuer-key-bound': 'La chiave di firma appartiene all’emittente indicato nel certificato.',
  'issuer-key-not-bound':
    'La chiave di firma non appartiene all’emittente indicato nel certificato, oppure non è indicato alcun emittente. Qualcun altro potrebbe aver firmato in suo nome. Non farvi affidamento.',
  'issuer-key-not-published':
    'L’emittente non pubblica la chiave che ha firmato questo certificato. Chiedere all’emittente se è sua.',
  'issuer-key-ended':
    'L’emittente non consente più di firmare con questa chiave: è stata ritirata o è scaduta. Chiedere all’emittente un nuovo certificato.',
  'issuer-key-compromised':
    'L’emittente ha dichiarato compromessa la chiave di firma: altri potrebbero averla usata. Chiedere all’emittente un nuovo certificato.',
  'issuer-key-weak':
    'La chiave dell’emittente è così debole che altri potrebbero averla usata per firmare. Chiedere all’emittente un nuovo certificato.',
  'issuer-key-unreachable':
    'Le chiavi pubblicate dall’emittente non erano raggiungibili in questo momento, quindi non si può ancora dire chi abbia firmato. Riprovare più tardi.',
  'issuer-key-method-unknown':
    'L’emittente si identifica con un metodo, o firma con un tipo di chiave, che questo servizio non conosce, quindi non si è potuta verificare la firma. Provare un altro servizio di verifica, oppure chiedere all’emittente.',
  'issuer-key-not-reached':
    'La chiave dell’emittente non è stata cercata per un errore del servizio. Riprovare più tardi.',
  'dates-current': 'La data odierna rientra nel periodo per cui il certificato è stato emesso.',
  'dates-not-yet-valid':
    'Il certificato comincia a valere in una data successiva. Verificarlo di nuovo da quella data in poi.',
  'dates-expired':
    'Il periodo per cui è stato fatto il certificato, o la sua firma, è terminato. Chiedere al titolare se è stato rinnovato.',
  'dates-unreadable':
    'Le date del certificato non sono comprensibili. Chiedere all’emittente di correggerle.',
  'dates-not-reached':
    'Le date non sono state verificate per un errore del servizio. Riprovare più tardi.',
  'status-not-revoked': 'L’elenco delle revoche dell’emittente non riporta questo certificato.',
  'status-revoked':
    'L’emittente ha revocato questo certificato. Non vale più, qualunque cosa dica una copia stampata.',
  'status-suspended':
    'L’emittente ha per ora sospeso questo certificato. Chiedere all’emittente e verificare di nuovo più tardi.',
  'status-not-about-withdrawal':
    'Il certificato indica un elenco del suo emittente, ma non uno che dica se è stato revocato.',
  'status-none':
    'Il certificato non indica alcun elenco delle revoche, quindi il suo emittente non può revocarlo.',
  'status-list-unreachable':
    'L’elenco delle revoche dell’emittente non era raggiungibile in questo momento. Riprovare più tardi.',
  'status-list-unverifiable':
    'L’elenco delle revoche è stato raggiunto, ma non si è potuto accertare che provenga dall’emittente. Riprovare più tardi, oppure chiedere all’emittente.',
  'status-list-malformed':
    'L’elenco delle revoche, o la voce che vi rimanda, è danneggiato e non si può leggere. Riprovare più tardi, oppure chiedere all’emittente.',
  'status-index-out-of-range':
    'Il certificato rimanda a una posizione che nell’elenco delle revoche non esiste. Chiedere all’emittente.',
  'status-type-unknown':
    'Il certificato dice in un modo che questo servizio non conosce se è stato revocato. Provare un altro servizio di verifica, oppure chiedere all’emittente.',
  'status-not-reached':
    'Non si è controllato se è stato revocato, per un errore del servizio. Riprovare più tardi.',
  'published-same': 'L’emittente pubblica proprio questo certificato al suo indirizzo.',
  'published-newer':
    'Nel frattempo l’emittente ha pubblicato una versione corretta. Aprire l’indirizzo del certificato per vederla.',
  'published-not-ours':
    'Porta una firma di questo servizio, che però non lo ha mai emesso. Non farvi affidamento e informare il gestore.',
  'published-erased':
    'Questo servizio ha cancellato la propria copia del certificato, quindi non può più confermare di averlo emesso. Chiedere al gestore del servizio.',
  'published-in-gap':
    'Questo servizio è stato ripristinato da una copia più vecchia e non sa nulla del periodo in cui il certificato è stato firmato: non può né confermarlo né smentirlo. Chiederne uno nuovo al gestore.',
  'published-not-found':
    'All’indirizzo del certificato l’emittente non pubblica nulla da confrontare. Non è un difetto: non è tenuto a farlo.',
  'published-nowhere':
    'Il certificato non ha, sul sito dell’emittente, un indirizzo dove possa trovarsi una versione più recente.',
  'published-not-reached':
    'Non si è controllato se c’è una versione più recente, per un errore del servizio. Riprovare più tardi.',
  'issuer-known': 'L’emittente è nell’elenco degli emittenti noti a questo servizio.',
  'issuer-unknown':
    'L’emittente non è nell’elenco degli emittenti noti a questo servizio. Non è di per sé un difetto: accertare autonomamente chi c’è dietro l’indirizzo Internet mostrato.',
  'issuer-outside-scope':
    'L’emittente è nell’elenco di questo servizio, ma non per traguardi di questo tipo. Chiedere all’emittente se può rilasciarlo.',
  'issuer-outside-period':
    'L’emittente è nell’elenco di questo servizio, ma non per il momento in cui questo è stato emesso. Chiedere conferma all’emittente.',
  ...mandateReasonsItalian,
  'issuer-impostor':
    'Il certificato usa il nome di un emittente noto, ma un’altra chiave e un altro indirizzo. Trattarlo come un falso e informare il vero emittente.',
  'issuer-not-reached':
    'Non si è controllato se l’emittente è noto, per un errore del servizio. Riprovare più tardi.',
  'person-matches': 'Il nome o l’indirizzo indicato è quello che è stato firmato.',
  'person-differs':
    'Il nome o l’indirizzo indicato non è quello che è stato firmato. Confrontarli: può essere una questione di grafia.',
  'person-not-named':
    'Il certificato non indica in questo modo il suo titolare, quindi non c’è nulla da confrontare. Provare con il nome, oppure con l’indirizzo e-mail.',
  'person-not-reached':
    'La persona non è stata confrontata per un errore del servizio. Riprovare più tardi.',
  'printed-agrees':
    'Le pagine del file riportano il nome e il titolo firmati. Per tutto il resto attenersi ai dati mostrati qui.',
  'printed-differs':
    'Quanto mostra la pagina è diverso da quanto è firmato. Conta solo ciò che è firmato; la pagina è stata modificata o non vi appartiene.',
  'printed-unreadable':
    'Non è stato possibile confrontare il testo della pagina con quanto è firmato. Attenersi ai dati mostrati qui, non alla pagina.',
  'printed-covered':
    'La pagina non è come è stata creata: qualcosa può trovarsi sopra il testo, accanto o come nota. Attenersi ai dati mostrati qui, non alla pagina.',
  'printed-compare-yourself':
    'È stato letto il codice nell’immagine, non il testo stampato. Confrontare il foglio con i dati mostrati qui.',
  'printed-not-reached':
    'La pagina non è stata confrontata per un errore del servizio. Attenersi ai dati mostrati qui.',
  'presentation-proven': 'La firma del titolare su quanto presentato è integra.',
  'presentation-unsigned':
    'Nessuno ha firmato la presentazione, quindi non risulta chi lo abbia consegnato. Il certificato all’interno è stato comunque verificato.',
  'presentation-broken':
    'La firma del titolare non corrisponde a quanto presentato. Chiedere al titolare di presentarlo di nuovo.',
  'presentation-malformed':
    'Quanto presentato non è composto come dice lo standard. Chiedere al titolare di presentarlo di nuovo.',
  'presentation-key-not-bound':
    'La chiave che ha firmato la presentazione non è del titolare. Qualcun altro potrebbe usare il certificato.',
  'presentation-key-unreachable':
    'Le chiavi pubblicate dal titolare non erano raggiungibili in questo momento. Riprovare più tardi.',
  'presentation-suite-unknown':
    'Il titolare ha firmato con un metodo che questo servizio non conosce, quindi non risulta chi lo abbia consegnato. Provare un altro servizio di verifica, oppure chiedere al titolare di presentarlo in un altro modo.',
  'presentation-other-audience':
    'Il titolare ha firmato per un altro destinatario o un’altra occasione: potrebbe essere una copia. Chiedere al titolare di presentarlo di nuovo per questa occasione.',
  'presentation-not-reached':
    'La presentazione non è stata verificata per un errore del servizio. Riprovare più tardi.',
  'earlier-check-failed':
    'Non esaminato, perché un altro controllo su cui si basa non è stato superato.',
}
