/// The commonest words of each language, as hashes.
enum CommonWords {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a.
  static func mix(_ byte: UInt8, into hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  static let languages = table.map(\.language)

  /// Which of `languages` have a word, a bit each, by its hash.
  static let owners: Lookup<UInt32> = {
    var owners: [UInt64: UInt32] = [:]
    for (index, row) in table.enumerated() {
      for word in row.words.split(separator: " ") {
        owners[word.utf8.reduce(seed) { mix($1, into: $0) }, default: 0] |= 1 << UInt32(index)
      }
    }
    return Lookup(owners)
  }()

  private static let table: [(language: String, words: String)] = [
    (
      "en",
      """
      the of and to in that is was for on with as by at from his he it be has have had will would not are this which \
      but they who were been an said its after about their more than she her we or if when there over into what says
      """
    ),
    (
      "de",
      """
      der die das und in zu den von mit ist des im auf nicht ein eine für sich dem als auch es an werden aus er hat dass \
      sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
      """
    ),
    (
      "fr",
      """
      le la les de des du et un une est en que qui dans pour pas au sur par plus ne se ce il a avec sont aux ont été son \
      elle cette mais nous ou être comme leur ses fait d l qu s n c y même après
      """
    ),
    (
      "es",
      """
      el la los las de del y que en un una por con para es se su al lo como más no ha pero sus este entre sobre también \
      fue hasta desde está ya muy sin dos cuando han son ser esta tras según
      """
    ),
    (
      "it",
      """
      il lo la i gli le di del della dei delle e che in un una per con non è si da al alla sono come più anche ma nel \
      nella ha dal dalla ai su o questo stato essere hanno se l dell
      """
    ),
    (
      "pt",
      """
      o a os as de do da dos das e que em um uma para com não no na por mais se ao foi como mas à são pelo pela também \
      sua seu ou entre já até muito está tem ser ele
      """
    ),
    (
      "nl",
      """
      de het een van en in is dat op te zijn voor met die niet aan er om ook als bij maar uit door over heeft naar nog \
      wordt hij worden dan ze werd meer hebben deze tegen wel zich
      """
    ),
    (
      "pl",
      """
      w i z na się nie do to że o jest od za po jak co dla przez ale by tym tego są był oraz jego już ze go przed który \
      która które może tylko tak też być przy tej we
      """
    ),
    (
      "uk",
      """
      і в на що не з та до за про як від це але для його який він у по яка які було того також цього буде щоб після ще \
      або їх зі під час має вже проти тому між й а
      """
    ),
    (
      "ru",
      """
      и в на что не с по к за о как от это но для его который он из у же было того также этого будет чтобы после еще ещё \
      или их со под все она при так были об уже между а которые
      """
    ),
    (
      "cs",
      """
      a v na se je že s z do to o ve za pro i by si jako po jsou ale které který od jeho podle při bude byl také až nebo \
      už ze své jen k
      """
    ),
    (
      "sk",
      """
      a v na sa je že s z do to o vo za pre aj by si ako po sú ale ktoré ktorý od jeho podľa pri bude bol tiež až alebo \
      už zo ich len k
      """
    ),
    (
      "hu",
      """
      a az és hogy nem is egy ez volt meg de csak már mint el még ki vagy azt ezt után szerint lesz van kell ha között \
      pedig amely
      """
    ),
    (
      "ro",
      """
      și în de la a cu pe nu că din o un este care pentru mai sa se au fost prin după ca lui al ale sau dar fi
      """
    ),
    (
      "sv",
      """
      och i att det som en på är av för den med till ett inte har om de var han från vid kan så efter när ska också men \
      sig hade
      """
    ),
    (
      "da",
      """
      og i at det som en på er af for den med til et ikke har om de var han fra ved kan så efter når skal også men sig \
      havde blev
      """
    ),
    (
      "no",
      """
      og i at det som en på er av for den med til et ikke har om de var han fra ved kan så etter når skal også men seg \
      hadde ble
      """
    ),
    (
      "fi",
      """
      ja on ei se että oli hän mutta ovat kun myös joka olla sen ole kuin tai mukaan jos niin mitä vain jo sekä
      """
    ),
    (
      "tr",
      """
      ve bir bu için ile de da olarak daha olan çok ne gibi en kadar sonra ise ama olduğu var dedi etti
      """
    ),
    (
      "id",
      """
      yang dan di ini itu dengan untuk dari pada tidak dalam akan ke juga telah oleh saat bisa ada karena tersebut
      """
    ),
    (
      "hr",
      """
      i u je na se da su za od s o koji što kao nije a ne iz bi ili će do samo nakon više ali bio
      """
    ),
    (
      "bg",
      """
      и на в за да се от не с е че са по като до а към това но при което който след или има
      """
    ),
    (
      "vi",
      """
      và của là có không các được cho trong người một với những này đã khi để từ
      """
    ),
    (
      "hi",
      """
      के में है की और से का को पर ने भी एक यह हैं कि नहीं था कर लिए हो
      """
    ),
    (
      "ar",
      """
      في من على أن إلى عن التي مع هذا الذي ما لا بعد هذه بين كان قد
      """
    ),
    (
      "fa",
      """
      در به از که این را با است برای آن یک شد های خود تا کرد بر هم نیز
      """
    ),
  ]
}
