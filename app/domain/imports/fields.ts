/** What a file holds: shipments to be followed, or scans of shipments. */
export const IMPORT_KINDS = ["shipments", "events"] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Something a column can hold. */
export interface ImportField {
  key: FieldKey;
  label: string;
  /** Without it no row can be read. */
  needed?: true;
  /**
   * What such a column is called, folded to letters and digits, in English, German, French, Spanish, Italian, Dutch and
   * Portuguese; the surest first.
   */
  names: readonly string[];
}

export type FieldKey =
  | "number" | "carrier" | "order" | "shippedAt" | "service" | "originCountry" | "destinationCountry"
  | "date" | "clock" | "zone" | "status" | "code" | "text" | "city" | "region" | "postalCode" | "country" | "place" | "eventId";

const NUMBER: ImportField = {
  key: "number", label: "Tracking number", needed: true,
  names: [
    "trackingnumber", "trackingno", "trackingnr", "trackingid", "trackingcode", "tracking", "trackinginfo", "consignmentnumber", "consignment",
    "waybill", "waybillnumber", "airwaybill", "awb", "parcelnumber", "shipmentnumber", "packagenumber", "barcode", "number",
    "sendungsnummer", "sendungsnr", "paketnummer", "paketnr", "trackingnummer", "sendungsid", "sendungsverfolgungsnummer", "frachtbriefnummer", "nummer",
    "numerodesuivi", "nodesuivi", "numerosuivi", "suivi", "numerodecolis", "ncolis", "colis",
    "numerodeseguimiento", "seguimiento", "numeroderastreo", "codigodeseguimiento", "numerodeguia", "guia", "localizador",
    "numeroditracking", "numerotracking", "codicetracking", "numerodispedizione", "letteradivettura", "ldv",
    "zendingsnummer", "zendingnummer", "volgnummer", "tracktracecode", "trackandtrace", "trackandtracecode", "trackandtracenummer",
    "codigoderastreio", "codigoderastreamento", "numeroderastreio", "rastreio", "codigo",
  ],
};
const CARRIER: ImportField = {
  key: "carrier", label: "Carrier",
  names: [
    "carrier", "carriername", "carriercode", "trackingcompany", "shippingcarrier", "shippingcompany", "courier", "couriername", "shipper", "provider", "postalservice",
    "versanddienstleister", "paketdienst", "zusteller", "dienstleister", "transporteur", "transporteurs", "transportista", "empresadetransporte", "mensajeria", "paqueteria",
    "corriere", "vettore", "spedizioniere", "vervoerder", "bezorger", "transportadora",
  ],
};
const COUNTRY = ["land", "pays", "pais", "paese", "nazione"];

const SHIPMENTS: readonly ImportField[] = [
  NUMBER,
  CARRIER,
  {
    key: "order", label: "Order",
    names: [
      "order", "ordername", "ordernumber", "orderno", "ordernr", "orderid", "shopifyorder", "reference", "bestellung", "bestellnummer", "bestellnr", "auftragsnummer", "auftrag",
      "commande", "numerodecommande", "ncommande", "pedido", "numerodepedido", "ordine", "numeroordine", "bestelling", "bestelnummer", "ordernummer", "encomenda",
    ],
  },
  {
    key: "shippedAt", label: "Shipped on",
    names: [
      "shippedat", "shippedon", "shippeddate", "shipdate", "shippingdate", "dateshipped", "dispatchdate", "fulfilledat", "date", "versanddatum", "versandtag", "versendetam", "datum",
      "datedexpedition", "dateexpedition", "expediele", "fechadeenvio", "fechaenvio", "fecha", "datadispedizione", "dataspedizione", "data", "verzenddatum", "verzonden", "datadeenvio", "dataenvio",
    ],
  },
  { key: "service", label: "Service", names: ["service", "servicelevel", "shippingmethod", "shippingservice", "product", "versandart", "produkt", "methodedexpedition", "servicio", "metododeenvio", "servizio", "dienst", "verzendmethode", "servico"] },
  { key: "destinationCountry", label: "Destination country", names: ["destinationcountry", "countryto", "tocountry", "shippingcountry", "country", "countrycode", "zielland", "empfaengerland", "empfangerland", "paysdedestination", "paisdestino", "paisdedestino", "paesedestinazione", "bestemmingsland", ...COUNTRY] },
  { key: "originCountry", label: "Origin country", names: ["origincountry", "countryfrom", "fromcountry", "absenderland", "ursprungsland", "herkunftsland", "paysdorigine", "paisorigen", "paisdeorigen", "paesediorigine", "landvanherkomst", "paisdeorigem"] },
];

const EVENTS: readonly ImportField[] = [
  NUMBER,
  {
    key: "date", label: "Date, or date and time", needed: true,
    names: [
      "datetime", "eventdatetime", "timestamp", "eventtime", "eventdate", "occurredat", "scandatetime", "scandate", "scantime", "happenedat", "date", "when",
      "zeitstempel", "datumzeit", "datumuhrzeit", "ereignisdatum", "datum", "dateetheure", "dateheure", "dateevenement", "fechayhora", "fechahora", "fecha", "dataeora", "dataora", "data",
      "datumtijd", "tijdstip", "dataehora", "datahora",
    ],
  },
  { key: "clock", label: "Time of day", names: ["time", "timeofday", "uhrzeit", "zeit", "heure", "hora", "ora", "orario", "tijd"] },
  { key: "zone", label: "Time zone", names: ["timezone", "tz", "zone", "utcoffset", "offset", "zeitzone", "fuseauhoraire", "zonahoraria", "fusoorario", "tijdzone", "fusohorario"] },
  { key: "status", label: "Status", names: ["status", "trackingstatus", "shipmentstatus", "deliverystatus", "state", "zustand", "sendungsstatus", "statut", "etat", "estado", "stato", "situacao"] },
  { key: "code", label: "Carrier's code", names: ["code", "eventcode", "statuscode", "scancode", "ereigniscode", "codestatut", "codigoestado", "codiceevento", "statuscodes"] },
  {
    key: "text", label: "What happened, in words",
    names: [
      "description", "eventdescription", "statusdescription", "message", "event", "details", "text", "activity", "note", "remarks", "beschreibung", "ereignis", "meldung", "hinweis",
      "libelle", "evenement", "descripcion", "evento", "descrizione", "omschrijving", "gebeurtenis", "descricao",
    ],
  },
  { key: "place", label: "Place in one line", names: ["location", "place", "eventlocation", "scanlocation", "facility", "ort", "standort", "lieu", "ubicacion", "lugar", "luogo", "localita", "locatie", "plaats", "local"] },
  { key: "city", label: "City", names: ["city", "town", "stadt", "ville", "ciudad", "citta", "stad", "cidade"] },
  { key: "region", label: "State or region", names: ["region", "province", "stateprovince", "bundesland", "provincia", "regione", "provincie", "regiao"] },
  { key: "postalCode", label: "Postal code", names: ["postalcode", "postcode", "zip", "zipcode", "plz", "postleitzahl", "codepostal", "codigopostal", "cap", "cep"] },
  { key: "country", label: "Country", names: ["country", "countrycode", "eventcountry", ...COUNTRY] },
  { ...CARRIER },
  { key: "eventId", label: "Event's own id", names: ["eventid", "scanid", "id", "ereignisid", "uuid"] },
];

/** The fields that a file of one kind can have. */
export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = { shipments: SHIPMENTS, events: EVENTS };
