import { wordSet, type LanguageRules } from "../text-rule";
import { ATTEMPTS, CHANGES } from "./en/attempts";
import { CUSTOMS } from "./en/customs";
import { DELIVERED, OUT_FOR_DELIVERY } from "./en/delivery";
import { BEFORE, ON_THE_WAY } from "./en/on-the-way";
import { HELD, PROBLEMS } from "./en/problems";
import { READ_FIRST, SILENT } from "./en/read-first";
import { NOT_COLLECTED, RETURNS } from "./en/returns";
import { WAITING } from "./en/waiting";

/** English. Wordings as carriers and posts publish them, in our own patterns. */
export const ENGLISH: LanguageRules = {
  code: "en",
  words: wordSet(
    `a an and are as at be by can did do does down during each every few first second third get goes got had here his her its into just let made many more most must new next now off once one only or other over own per same so some such than then these those too up us very was were what where which while who why would yet after also am any because both but few further having how items containers container bag hold loaded booked dispatch receipt door front porch safe place left hand-over card carded street number apartment suite gate code access driver's truck van plane aircraft vessel port origin's request change changed updated update
     the your is has been was at in for to by of and on with from it we our not will no out item package parcel shipment
     order delivery delivered deliver transit arrived departed received customs facility pickup picked sender recipient
     address attempt attempted label created processed sorted scan accepted returned return held hold available ready
     delayed delay exception cleared clearance information notice left courier driver vehicle carrier post office
     damaged refused lost destroyed missing collected collection shipped dispatched despatched forwarded tendered
     way route scheduled rescheduled shipping electronic notification customer local international destination origin
     arrival departure acceptance insufficient weather incorrect addressee locker closed business picking outgoing
     incoming complete completed released awaiting waiting handed receive done early running late network awaiting
     distributed normally regular bound round posting posted undeliverable unclaimed cancelled canceled missed away
     progress package's signed neighbour neighbor loaded onboard crossing inducted flight sent confirmed manifested
     as again try later status yet unknown been they there this that please contact today tomorrow being could have
     unable attempting does would may more soon until under through within between without did shipper consignee
     warehouse depot hub flight air airline agent partner mail mailbox letterbox ready reason due please you`,
  ),
  hypothetical: /(?:^|\. )(?:if|in case|unless|should you) [^.]*|\b(?:if|once|when|as soon as|unless|in case|in the event)\b[^.,]*|\bbefore (?:it|they|the \w+|your \w+) (?:is|are|gets?|will be)\b[^.,]*/g,
  // In the order in which they are read.
  rules: [
    ...READ_FIRST,
    ...SILENT,
    ...RETURNS,
    ...NOT_COLLECTED,
    ...PROBLEMS,
    ...CUSTOMS,
    ...WAITING,
    ...ATTEMPTS,
    ...CHANGES,
    ...HELD,
    ...OUT_FOR_DELIVERY,
    ...DELIVERED,
    ...BEFORE,
    ...ON_THE_WAY,
  ],
};
