//! Words that need care when they stand in a name: those that name nobody, those that are words too.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Returns whether a folded word says nothing of whose name it stands in: an article, a legal form, a trade.
pub(super) fn is_generic(word: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| GENERIC.split_whitespace().collect());
    WORDS.contains(word) || is_small(word)
}

/// Returns how many of the folded words at the start name a public service for people who look for work; 0 for none.
///
/// Everybody deals with these: they tell nothing, and their words may be names elsewhere.
pub(super) fn public_service(words: &[&str]) -> usize {
    let is_here = |service: &&&[&str]| words.starts_with(service);
    SERVICES.iter().find(is_here).map_or(0, |service| service.len())
}

const SERVICES: [&[&str]; 5] =
    [&["france", "travail"], &["pole", "emploi"], &["jobcentre", "plus"], &["mission", "locale"], &["cap", "emploi"]];

/// Returns whether a folded word is written in digits.
pub(super) fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

/// Returns whether a folded word is an article, a preposition, a conjunction, a form of address.
pub(super) fn is_small(word: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| SMALL.split_whitespace().collect());
    WORDS.contains(word)
}

/// Returns whether a folded word is an ordinary word beside being a name: only its capital tells.
pub(super) fn is_ordinary(word: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| ORDINARY.split_whitespace().collect());
    WORDS.contains(word) || is_role(word) || is_generic(word)
}

/// Returns whether a folded word says what somebody is, or where they are, and not what they are called.
pub(super) fn is_role(word: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| PEOPLE.split_whitespace().collect());
    WORDS.contains(word)
}

/// Returns whether capitals are a usual abbreviation of work and its tools, which names nobody.
pub(super) fn is_abbreviation(word: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| ABBREVIATIONS.split_whitespace().collect());
    WORDS.contains(word)
}

/// Returns whether a folded label of a domain, or the part of an address before `@`, is everybody's.
pub(super) fn is_public(label: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| PUBLIC.split_whitespace().collect());
    WORDS.contains(label)
}

const SMALL: &str = "a an and at by d de des di du e el en et for fur in is it l la le les lez mr mrs ms miss dr prof \
    pr m mme mlle monsieur madame mademoiselle docteur doctor sir maitre me of on or ou par pour s sur sous the to un \
    une und van van't von der den del della da dos y aux au avec with from st ste";

const GENERIC: &str = "one two three four five six seven eight nine ten deux trois quatre cinq sept huit neuf dix academy academie \
    agence agency agencies aide archive archives arts art assistance associates associes association assurance \
    assurances atelier ateliers banque bank biscuiterie biscuits boulangerie brasserie bureau cabinet cafe caisse \
    care carriere carrieres cartonnerie centre center centrale ceramiques chambre chantier charity church cidrerie \
    city clinic clinique club collectif college comite commerce commune communes communaute community compagnie \
    company concept confitures confiserie conseil conseils conserverie conservatoire consulting consultants \
    cooperative corp corporation council country creation creations credit cuisine cuisines culture data departement \
    design developpement development digital direction distillerie distribution domaine ecole edition editions \
    education electronique electronics emploi energie energy engineering enterprise enterprises entreprise \
    entreprises environnement equipe etablissement etablissements etude etudes exhibition exhibitions expertise \
    exploitation fabrique factory family ferme fils filles finance fondation fonderie food formation formations \
    foundation freres fromagerie gallery galerie garage general generale gestion global gmbh group groupe habitat \
    hall hospital hospitalier hopital hotel house hr ile imprimerie inc industrie industries industriel infogerance \
    information informatique ingenierie innovation institut institute interim international internationale isle \
    jardin job jobs journal kitchen lab labs laboratoire laboratoires laboratory laiterie librairie library light \
    ligne lignes limited llc llp logistics logistique logiciel logiciels ltd lycee magasin mairie maison maisons \
    manufacture marketing materiaux media medias menuiserie messageries metal metallurgie metier metiers ministere \
    mobilier mobility musee museum museums mutuelle national nationale network new noyeraie office online optical \
    optics optique palettes papeterie partenaires partners patrimoine pepinieres pharma pharmacie plc plus pole \
    pompes pont poste press presse production productions produits promotion public publications quality recherche \
    recruitment recrutement region regional regionale research reseau reseaux resources ressources restaurant retail \
    rh royal saint sainte sa sante sarl sas sasu sca school sciences scop sellerie service services shop \
    signalisation social societe society software solution solutions sound spa staff staffing store street studio \
    studios support syndicat systeme systemes systems talent talents tanneries team tech technique techniques \
    technologies technology telecom textile textiles theatre tourisme trade training transport transports travail \
    travaux trust union universite university urbanisme usine verrerie vie village ville water web works workshop \
    world appareillages cosmetique cosmetiques";

const ORDINARY: &str = "east est ouest able abbe alba alma amazon amber amour ange angel apple april art as august aurore autumn avril \
    baker balance bar baron basil basile beau bell bella belle ben benefit berger bernardin bill blanc blanche bleu blue \
    bois bolt bon bonbon bond bonheur bonnet bouchard boucher boucle boulanger boulevard boutique box brave bridge \
    brook brown brun buffet bush butler calm camp cap capital cardinal care carpenter carrefour carter castor celeste \
    cerise chance chapelle charme charron chase chat chef chevalier chloe church circle clair claire clark claude clay \
    clement clever close cloud colin collier comet constance constant cook cooper coral cordier cote cotton coulon \
    couturier cross crystal cure cyan daisy dale dash dauphin dawn day dean delta desire deschamps destiny devotion \
    dieu direct dolly dore douce doucet doux drew drive duc dune duval echo eden edge elan elite empire emploi england \
    english epargne epic esperance essence estate etoile eve event ever evolution express faith fallow farmer faure \
    felicite fer field fisher fleur florent flower focus fontaine ford forest forge forgeron fort fortune foster fox \
    franc france francais frank free french frost futur future gale gap gardener garnier gaston gauthier gem german \
    gilbert gin ginger glass glory gold grace gracious grand grant granger gras gray green grey grove guide guy hall \
    harmony harper harvest hazel heart heath heather heaven hedge herbe heritage hill hope horizon hunt hunter iceland \
    idea image impact imagine indeed iris iron ivy jade jack jardinier jasmin jasmine jean jet jeune jewel jolie jolly \
    joseph jour joy july june just juste justice key kid king knight kiwi lake lamb lambert lance lane large lark \
    laurel laurier lavender law leblanc lebon legal leger legrand leroux leroy level leveque liberte liberty life lily \
    lime lin link lion lis live logic long lot lotus love loyal luce luck lune lupin lux lynx lys macon maestro magic \
    magnolia maillard main maitre mand marble marc march marchand marche marechal marguerite marie marin marina mark \
    market mars martin martial mason master matin max may meilleur melon melody merchant mercier mercy merle mer message \
    metro meta meunier michel miel mile miles mill miller mine mint mira miracle mobile modern monde monnier monopole \
    montagne moon moreau morning moulin moulins mount muse nature navy neige neuf nice nick noble noel noir noire nord \
    normal north notion nova novel nuage ocean octave olive olivier olympe onyx opal opera optimum or oracle orange \
    orient origin origine oxygen page palmer pa paix papillon parent paradis parc paris park parker parmentier pascal \
    pasteur patience pearl peach pelletier penny perle perrier petit petite philippe phoenix pic pierre pilot pin pine \
    pioneer pivot planet planche platane plan poirier poet point poissonnier pole police pond pons pope porter portier \
    potier pré prairie premier present price prince princess prior prime progress promise prevost prudence pure quartz \
    queen quick rain rainbow range rapid ray raison rebecca red reed regard regent regis reine rene renard renault rex \
    rice rich richard river riviere rob robin roche rocher rock roi roland rosa rose rosier rossignol rouge roux roy \
    ruby ruelle rush russell sabine sable sage sales salon salt samba sand sandy sapin saturn savior scale science \
    scott sea seal season second sel sharp shell shepherd shore signal silver simple sky slack slate small smart smith \
    snow soie soleil solid sommer son song source south spark spirit spring square stage star stark steel sterling \
    stern stone storm strand stripe strong stuart sud summer summit sun sunny sure swan sweet swift sylvestre table tailor \
    tanner target taylor teal temple terra terre tessier theme thyme tiger tile timber tissot tonnelier total touch \
    tour tower town trace trail travel treasure tree tresor true turquoise turner union unity vale valley vallee valentin \
    vannier vector veil velvet venture vent ventura verdier vermeil vert verte vernon vest via victoire victor vidal vif \
    vigne vigneron village villain vincent vine violet violette virgin virginia vision visa vital vitale vivant voie \
    voisin vogue wade wage walker walk wall ward warren wave way weaver webb weber wells west wheeler white will willow \
    winter wish wolf wood woods word worth wright yellow young zen zenith zest zoom";

/// What somebody is, and where.
const PEOPLE: &str = "panel jury manager responsable directeur directrice director recruteur recruteuse recruiter coach mentor friend \
    ami amie former ancien ancienne collegue colleague chef cheffe partner lead head chair business analyst cloud \
    people personnes person personne home teletravail remote hybrid hybride distance partout nothing rien tout all \
    none aucun";

const ABBREVIATIONS: &str = "AI API APEC BAC BTS BUT CAF CAP CDD CDI CEO CFO CMS COO CPF CRM CSS CTO CV DAF DCG DG DRH DSI DUT \
    EDI ERP ETA ETP FAQ FFOM GED GPS HR HTML IA IAE IT KPI MBA MRP OK PAO PDF PDG PME PMO POC QA QR RDV RGPD RH RSE \
    RTT SAP SEO SI SQL STAR SWOT TMS TPE TVA UI UK UN US USA UX VAE VP WMS";

const PUBLIC: &str = "adresse admin apec bonjour candidature candidatures careers carriere carrieres com contact contacts co \
    email emploi example facebook free gmail github gitlab glassdoor gmx gouv google hello hellowork hotmail hr icloud \
    indeed info instagram jobs job jobteaser laposte linkedin live mail malt me mailbox monster msn net no noreply \
    office org orange outlook pole-emploi francetravail proton protonmail reply recruitment recrutement recruteur rh sfr \
    support team twitter viadeo wanadoo welcometothejungle wttj www x xing yahoo youtube ymail";
