/// Names of months and weekdays, by language, as datelines and headers write them.
enum Months {
  /// 1 to 12 for a month's name or abbreviation in any language of the table; case does not matter.
  static func number(of word: some StringProtocol) -> Int? {
    numbers[word.lowercased()]
  }

  static func isWeekday(_ word: some StringProtocol) -> Bool {
    weekdays[word.lowercased()] != nil
  }

  /// 1 (Monday) to 7 (Sunday), as in ISO 8601.
  static func weekday(of word: some StringProtocol) -> Int? {
    weekdays[word.lowercased()]
  }

  /// One line a language, twelve fields; a field's variants are separated by `/`.
  private static let table = """
    january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct \
    november/nov december/dec
    januar/jänner/jan februar/feber/feb märz/mär/mrz/maerz april/apr mai juni/jun juli/jul august/aug \
    september/sep/sept oktober/okt november/nov dezember/dez
    janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct \
    novembre/nov décembre/decembre/déc
    enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sep/sept \
    octubre/oct noviembre/nov diciembre/dic
    gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott \
    novembre/nov dicembre/dic
    janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out \
    novembro/nov dezembro/dez
    januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt \
    november/nov december/dec
    stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze \
    lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis \
    grudnia/grudzień/gru
    ledna února března dubna května června července srpna září října listopadu prosince
    січня/січ лютого/лют березня/бер квітня/кві травня/тра червня/чер липня/лип серпня/сер вересня/вер жовтня/жов \
    листопада/лис грудня/гру
    января/янв февраля/фев/февр марта/мар апреля/апр мая/май июня/июн июля/июл августа/авг сентября/сен/сент \
    октября/окт ноября/ноя/нояб декабря/дек
    januar februar mars april maj juni juli august september oktober november december
    januari februari mars april maj juni juli augusti september oktober november december
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    január február március április május június július augusztus szeptember október november december
    ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta \
    marraskuuta joulukuuta
    """

  private static let days = """
    monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thurs friday/fri saturday/sat sunday/sun
    montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sa sonntag/so
    montags dienstags mittwochs donnerstags freitags sonnabend sonntags
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    poniedziałek wtorek środa czwartek piątek sobota niedziela
    понеділок вівторок середа четвер пʼятниця/п’ятниця субота неділя
    понедельник вторник среда четверг пятница суббота воскресенье
    """

  private static let numbers = numbered(table)
  private static let weekdays = numbered(days)

  private static func numbered(_ table: String) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for line in table.split(separator: "\n") {
      for (index, names) in line.split(separator: " ").enumerated() {
        for name in names.split(separator: "/") where numbers[String(name)] == nil {
          numbers[String(name)] = index + 1
        }
      }
    }
    return numbers
  }
}
