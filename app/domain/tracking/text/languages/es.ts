import { CARRIER_NAMES, wordSet, type LanguageRules } from "../text-rule";

/** Said beside "entregado": it has not happened. */
const NOT_YET =
  /\b(?:no|sin|sera|seran|se entregara|va a|van a|para (?:ser|su)|pendiente|previst[oa]|estimad[oa]|programad[oa]|proxim\w*|manana|intento|imposible|fallid[oa]|aun|todavia|antes|pued[ea]|podra|podido|ser entregad|debe|nunca)\b/;

/** Spanish. */
export const SPANISH: LanguageRules = {
  code: "es",
  words: wordSet(
    `depositado parcel shop
     a al algo ante antes aqui asi aunque cada como con contra cual cuando desde donde dos el ella ellos en entre era ese eso esto estos fue ha hace hacia hasta hay la lo mas mi mismo mucho muy nada ni nos nosotros nuestra o otra otro pero poco porque pues que quien segun ser si siempre sobre solo son tal tambien te tiene toda todo tras tu un una uno usted va ya manos transportista listo retirar rechazado cliente aqui proximo
     realizado completada nadie puerta terminal tasas derechos importacion requiere adicional mercancia vuelo perdido repartidor
     sido fue estan estaba este esta paquete paquetes lectura leido escaneo vehiculo furgoneta dano detectado tienda selecciona seleccionada entregara proxima domicilio sucursal franquicia agencia hub local locales centro receptor negocio momento segundo primera retrasado entregas
     el la los las un una de del al a en y e es esta ha han sido se su sus por para con sin no que lo le nos le tu tus ya
     envio paquete pedido entrega entregado entregada reparto repartidor destinatario remitente aduana aduanas direccion
     oficina correos devolucion devuelto transito llegado llegada salido salida recogida recoger recogido disponible
     punto centro delegacion instalaciones plataforma almacen ruta camino admitido clasificado registrado etiqueta creada
     intento ausente ausencia rechazado rehusado danado perdido extraviado retraso demora retenido incidencia cancelado
     buzon vecino conserje consigna taquilla transportista mensajero vehiculo destino origen pais internacional
     informacion recibida recibido preregistrado mercancia despachada despacho proximamente vendedor pendiente hoy
     manana cliente cerrado conexion perdida vuelo clima meteorologicas incompleta incorrecta desconocido arrastre
     disposicion nacional realizado efectuado firmado porteria procesado escaneado cargado enviado expedicion
     entregar pudo podido fue siendo nadie domicilio portal piso exito fallido huelga
     confirmada gestionando tramites nuestro nuestra fecha concertada`,
  ),
  hypothetical: /(?:^|\. )(?:si|en caso de|de no) [^.]*|\b(?:una vez|cuando|en cuanto|en caso de)\b[^.,]*|, si [^.,]*/g,
  rules: [
    // Read before everything: words that other rules would take for something else.
    ["DELIVERED", null, /\bse (?:ha entregado|entrego|dejo)\b|^entregamos\b|\bya tienes (?:tu|el) (?:paquete|pedido|envio)\b|\b(?:esta )?en (?:tus|sus) manos$|\b(?:ya|finalmente|por fin|ahora) (?:ha sido |fue |esta )?entregad[oa]\b/, /\b(?:no|aviso|nota|tarjeta|agencia|transportista|remitente|punto|oficina|aduana|cuando|si)\b/],
    ["DELIVERED", "neighbour", /\bentregad[oa] (?:a|al|en casa de) (?:un |una |el |la |su )?vecin[oa]\b/, /\b(?:no (?:se|ha|pudo)|sera|puede)\b/],
    ["DELIVERED", "reception", /\b(?:recibid[oa] por|en manos de|entreg\w+ al?)\b[^.]*\b(?:guardia|portero|recepcionista|conserje|vigilante|conserjeria|porteria)\b/, NOT_YET],
    ["DELIVERED", "collected", /\b(?:retiraste|recogiste|retiro|has recogido|has retirado) (?:tu|su|el) (?:envio|paquete|pedido)\b|\bcliente (?:abrio|se llevo)\b/, /\b(?:no|remitente|transportista|repartidor)\b/],
    ["PRE_TRANSIT", "pickup_scheduled", /\bpendiente de (?:recogida|recoger) (?:en (?:el |su )?)?(?:origen|remitente|domicilio del remitente|por)\b/, /\b(?:destinatario|cliente)\b/],
    ["ATTEMPTED_DELIVERY", "not_home", /\bno (?:se encuentra|se encontraba|esta|estaba|habia) (?:al |el |nadie )?(?:destinatario|en casa|en (?:el|su) domicilio|cliente)\b/, /\bsi\b/],
    ["IN_TRANSIT", null, /\b(?:envio|paquete|objeto) procesado en\b/, /\bno\b/],
    ["IN_TRANSIT", null, /\ben el camino\b/, /\bno\b/],
    ["OUT_FOR_DELIVERY", null, /\bsiendo (?:entregad|repartid)[oa]\b/, /\b(?:no|remitente|devuel\w*)\b/],
    ["READY_FOR_PICKUP", "parcel_shop", /\b(?:se encuentra|ya esta|esta) en (?:el |la |su |tu )?(?:punto (?:de )?(?:recogida|pack|seur|pickup)|tienda|taquilla|locker|oficina (?:de correos )?(?:para|a la espera))\b/, /\b(?:no|estara|camino|ruta|remitente|admision|origen)\b/],
    ["DELIVERED", "mailbox", /\bse (?:dejo|ha dejado|deposito|ha depositado) en (?:el|su|tu) buzon\b/, /\b(?:no|aviso|nota|tarjeta)\b/],
    ["EXCEPTION", "customs", /\bproblemas? (?:de|en|con) (?:la )?aduanas?\b/, /\b(?:resuelto|solucionado|sin)\b/],
    ["IN_TRANSIT", null, /\ben (?:la )?(?:franquicia|delegacion|plaza|agencia|plataforma|nave|base) (?:de )?(?:destino|origen|transito)\b/, /\b(?:no|disponible|recoger|recogida|entregad[oa])\b/],
    ["READY_FOR_PICKUP", "parcel_shop", /\b(?:entregad[oa]|depositad[oa]|disponible|dejad[oa]) (?:en|a) (?:un |una |el |la |su |tu )?(?:\w+ )?(?:parcel ?shop|access point|pick ?up|service ?point|punto (?:pack|de conveniencia)|pudo)\b/, /\b(?:no|sera|destinatario|cliente)\b/],
    ["UNKNOWN", null, /\b(?:por error|erroneamente)\b[^.]*entreg|entreg\w* (?:por error|erroneamente)|(?:estado|evento) anterior[^.]*(?:anulad|error|cancelad)|encuesta/],
    ["PENDING", null, /\b(?:no (?:hay|existe\w*|disponemos|tenemos|se (?:ha )?(?:encontr\w*))|sin)\b[^.]*\b(?:informacion|datos|resultados|eventos|registros?)\b|\b(?:envio|numero)\b[^.]*\bno (?:encontrado|localizado en el sistema|existe)/, /direccion|aduan|destinatario/],

    ["PRE_TRANSIT", null, /\bpara (?:su )?admision\b/],
    ["PRE_TRANSIT", null, /\bpre ?admision\b/, /\bno\b/],
    ["IN_TRANSIT", "resumed", /\bdevolucion\b[^.]*\b(?:cancelada|anulada|detenida)|no sera devuelt/],
    ["RETURNED", null, /\b(?:entregad[oa]|devuelt[oa])\b[^.]*\b(?:al? remitente|al? (?:vendedor|expedidor|comercio|tienda de origen|origen))\b|\bdevolucion (?:entregada|completada|finalizada|realizada)/, /\b(?:sera|no|va a ser|en proceso|para|pendiente|siendo)\b|remitente (?:ha )?(?:solicit|rehus)/],
    ["RETURNING", null, /\b(?:de vuelta|vuelve|volviendo) al? (?:remitente|vendedor|origen)\b|\bse devuelve\b|\b(?:devol\w+|devuelt\w+|retorn\w+|regres\w+)\b[^.]*\b(?:remitente|origen|vendedor|expedidor)\b|\b(?:en (?:proceso de )?devolucion|en retorno|proceso de devolucion|devolucion (?:en curso|iniciada|solicitada|en transito)|sera devuelt[oa]|devuelt[oa]|retorno)\b|^devolucion\b/, /etiqueta de devolucion|remitente (?:ha )?rehus/],

    ["PRE_TRANSIT", "pickup_failed", /\brecogida (?:\w+ ){0,2}(?:fallida|no (?:realizada|efectuada)|cancelada|anulada|imposible|sin exito)|\bintento de recogida|\bno (?:se ha )?(?:podido )?(?:ser )?recog(?:er|ido|ida)\b[^.]*(?:remitente|origen)/],
    ["EXCEPTION", "refused", /\b(?:rehus\w*|rechaz\w*|se nieg[ao]|se nego|no quiere|no (?:lo )?acept\w*|renuncia\w*)\b/, /aduana|transportista/],
    ["EXCEPTION", "destroyed", /\bdestrui\w*|\bdestruccion\b|\bdesechad\w*/],
    ["EXCEPTION", "damaged", /\b(?:danad[oa]s?|danos?|averiad[oa]|deteriorad[oa]|rot[oa]|roturas?|mal estado|desperfectos?|golpead[oa]|averia de la mercancia)\b/, /sin danos/],
    ["IN_TRANSIT", "redirected", /\bdireccion\b[^.]*\b(?:corregida|actualizada|modificada|cambiada|completada)\b|\bcambio de direccion\b|\bnueva direccion/, /\b(?:incorrecta|debe|necesari)\b/],
    ["EXCEPTION", "address", /\b(?:direccion|domicilio|codigo postal|senas|numero de (?:portal|calle|piso)|datos)\b[^.]*\b(?:incomplet[oa]s?|incorrect[oa]s?|erron[eo][oa]?s?|desconocid[oa]s?|insuficientes?|invalid[oa]s?|equivocad[oa]s?|ilegibles?|falt[a-z]*|inexistentes?|no (?:encontrad[oa]|localizad[oa]|existe|valida|correcta|es correcta)|mal)\b|\b(?:falta\w*|error|faltan datos|mala|incorrecta|erronea) (?:\w+ ){0,3}?(?:direccion|domicilio|datos|codigo postal|piso|portal|calle|numero)\b|\bno es (?:la |su )?(?:direccion|domicilio)|\bdestinatario\b[^.]*\b(?:desconocido|ya no (?:vive|reside)|se ha mudado|ha cambiado|mudado|no (?:vive|reside|localizado)|ilocalizable)|^(?:destinatario )?desconocid[oa]\b|\bdesconocid[oa] en\b|\bse mudo\b|\bcambio de domicilio/, /cerrad/],
    ["EXCEPTION", "address", /\bno (?:encontramos|localizamos|hemos (?:encontrado|localizado)) (?:tu|su|la) (?:direccion|domicilio)/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:pago|tasas|impuestos|aranceles|importe)\b[^.]*\b(?:recibid[oa]|realizad[oa]|pagad[oa]s|abonad[oa]s?|confirmad[oa])\b/, /\b(?:no|pendiente|debe)\b/],
    ["EXCEPTION", "payment_due", /\b(?:pago|tasas|impuestos|aranceles|reembolso|iva|gastos|derechos|importe|franqueo)\b[^.]*\b(?:pendientes?|pagar|abonar|insuficiente|debe|requerid[oa]|espera|necesari[oa])\b|\b(?:pendiente|espera|pagar|abonar|falta)\b[^.]*\b(?:pago|tasas|impuestos|aranceles|importe|gastos|derechos)\b/],
    ["EXCEPTION", "lost", /\b(?:perdid[oa]|extravi\w*|extraviad[oa]|no localizad[oa]|ilocalizable|faltante|robad[oa]|robo|en investigacion|reclamacion|indemniza\w*|paradero)\b|\bno (?:se ha |ha sido )?(?:podido )?(?:localiz|encontr)\w*/, /\b(?:conexion|enlace|vuelo|destinatario|domicilio|direccion)\b/],
    ["EXCEPTION", "weather", /\b(?:meteorolog\w*|climat\w*|clima|temporal|nieve|nevada|tormenta\w*|lluvias?|inundacion\w*|huracan|fuerza mayor|desastre natural)\b/],
    ["EXCEPTION", "missed_connection", /\b(?:conexion|enlace|vuelo)\b[^.]*\bperdid\w*|\bperdid\w*\b[^.]*\b(?:conexion|enlace|vuelo)\b|\bperdio\b[^.]*(?:conexion|enlace|vuelo)|\b(?:vuelo|avion|camion|tren|vehiculo)\b[^.]*\b(?:retras\w*|cancelad\w*|demor\w*|averia\w*)\b|\bretraso (?:del|en el) (?:vuelo|avion|transporte|camion)|averia (?:mecanica|del vehiculo)/],
    ["EXCEPTION", "prohibited", /\b(?:prohibid\w*|mercancias? peligrosas?|no permitid\w*)\b/],
    ["EXCEPTION", "oversize", /\b(?:demasiado (?:grande|pesado)|exceso de (?:peso|medidas|dimensiones)|excede|sobrepeso|sobredimensionad\w*|no cabe)\b/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:despachad[oa]|liberad[oa]|levante|despacho (?:aduanero |de aduanas? )?(?:finalizado|completado|realizado|concluido|terminado)|desaduanad[oa])\b|\b(?:aduan\w*)\b[^.]*\b(?:finalizad[oa]|completad[oa]|superad[oa]|autorizad[oa]|concluid[oa]|salid[oa]|abandonad[oa])\b|\bsal\w* de (?:la )?aduana/, /\b(?:no|pendiente|espera|en curso|iniciamos|para|sera|desde (?:el )?(?:almacen|origen|centro))\b/],
    ["EXCEPTION", "customs_documents", /\b(?:documentacion|documentos?|factura|dni|nif|informacion)\b[^.]*\b(?:aduan\w*|faltante|incomplet\w*|pendiente|requerid\w*|necesari\w*|solicitad\w*|falta\w*)\b|\bfalta\w* (?:\w+ ){0,2}(?:documentacion|documentos?|factura)/, /recibida/],
    ["EXCEPTION", "customs_documents", /\baduana\b[^.]*\b(?:requiere|solicita|pide|exige)\b[^.]*\b(?:document\w*|factura|informacion)\b/],
    ["EXCEPTION", "customs", /\b(?:retenid[oa]|detenid[oa]|paralizad[oa]|bloquead[oa]|incautad[oa]|decomisad[oa]|parad[oa]|demora\w*|retras\w*)\b[^.]*\baduan\w*|\baduan\w*\b[^.]*\b(?:retenid[oa]|detenid[oa]|paralizad[oa]|bloquead[oa]|incautad[oa]|retras\w*|demor\w*|rechazad[oa]|incidencia|problema)\b/],
    ["IN_TRANSIT", "customs", /\baduan\w*\b|\bdespacho (?:de )?(?:importacion|exportacion)/],

    ["DELIVERED", "collected", /\b(?:destinatario|cliente)\b[^.]*\b(?:ha )?(?:retirado|recogido|recogio|retiro)\b|\b(?:recogid[oa]|retirad[oa]) (?:\w+ ){0,3}?por (?:el |su )?(?:destinatario|cliente|interesado)\b|\bentregad[oa] en (?:la )?(?:oficina|ventanilla|tienda) al (?:destinatario|cliente)/, /\b(?:no|puede|pendiente|para|espera|debe)\b/],
    ["EXCEPTION", "unclaimed", /\bno (?:ha sido |fue |se ha )?(?:recogid\w*|retirad\w*|reclamad\w*)\b|\bno (?:lo )?(?:recogio|retiro)\b|\b(?:plazo|periodo)\b[^.]*(?:vencid\w*|expirad\w*|agotad\w*|superad\w*|finalizad\w*)|\bcaducad[oa]\b|\bsobrante\b/, /remitente/],
    ["READY_FOR_PICKUP", "last_notice", /\b(?:ultimo|segundo) (?:aviso|recordatorio)\b|recordatorio de recogida/],
    ["IN_TRANSIT", "parcel_shop", /\b(?:se entregara|sera entregad[oa]|en camino|en ruta|dirigid[oa]|redirigid[oa]|desviad[oa]|trasladad[oa]|se deposit\w*|hacia|modificad\w*|ira|estara)\b[^.]*\b(?:punto|tienda|taquilla|oficina|locker|pickup|consigna|citypaq)\b/, /\b(?:disponible|ausen\w*|no se ha|intento)\b|oficina (?:de )?(?:reparto|destino|origen)/],
    ["READY_FOR_PICKUP", "locker", /\b(?:disponible|depositad[oa]|listo|entregad[oa]|recoger|recogida|esperando)\b[^.]*\b(?:taquilla|locker|consigna|citypaq|buzon inteligente)\b|\b(?:taquilla|locker|citypaq)\b[^.]*\b(?:disponible|recoger|listo|depositad[oa])\b/, /\b(?:no|sera|llena)\b/],
    ["READY_FOR_PICKUP", null, /\b(?:[lt]e espera|a (?:su )?disposicion|disponible|list[oa] para (?:ser )?(?:recog\w*|retir\w*|su recogida)|puedes? (?:ser )?(?:pasar a )?(?:recog\w*|retir\w*)|pendiente de (?:recogida|retirada|recoger) (?:por|en|del)|pendiente de que (?:lo |la )?(?:recoj\w*|retir\w*)|espera (?:de )?(?:ser )?(?:recog\w*|retir\w*|recogida)|entregad[oa] en (?:el |la |un |una )?(?:punto|tienda|estanco|oficina de correos|establecimiento|comercio|pickup)|depositad[oa] en (?:el |la |un |una )?(?:punto|tienda|oficina|estanco|parcel ?shop)|en oficina para|para recog\w* en|avisad[oa] en oficina|estacionad[oa] en (?:la )?oficina|en lista)\b/, /\b(?:no|sera|estara|estaran|manana|proximamente|remitente|transportista|mensajero|vendedor|pronto|para el transportista|informacion)\b/],

    ["IN_TRANSIT", "rescheduled", /\b(?:nuevo|segundo|proximo|otro) intento\b[^.]*\b(?:sera|previst\w*|programad\w*|se realizara|manana|planificad\w*)\b|\bse (?:volvera a|intentara)\b|\bse realizara (?:un )?nuevo/, /ausen|no (?:se )?(?:ha )?(?:pudo|podido|sido|fue|entreg|realizad|efectuad|completad|posible)|fallid|sin exito/],
    ["ATTEMPTED_DELIVERY", "closed", /\bcerrad[oa]s?\b|\bvacaciones\b|\bfestivo (?:local)?\b|\bfuera de horario\b|\bcierre\b/, /ausencia|caso cerrado|saca cerrada|cierre de (?:expedicion|saca)|envase cerrado/],
    ["ATTEMPTED_DELIVERY", "no_access", /\b(?:sin acceso|acceso (?:denegado|imposible|restringido)|no (?:se )?(?:ha )?(?:podido )?acce\w*|inaccesible|zona de dificil acceso|perro)\b/],
    ["ATTEMPTED_DELIVERY", "not_home", /\bausen(?:te|tes|cia)\b|\bno (?:se encontraba|estaba[sn]?|habia nadie|hay nadie|se localiza)\b[^.]*|\bno (?:ha )?(?:abierto|abrio|atendio|respondio|contesto) nadie|\bnadie (?:ha (?:abierto|respondido)|en|atendio|abrio|disponible|para|respondio)|\bdejad[oa] aviso|\baviso (?:de (?:llegada|paso)|dejado)|\bdejamos aviso|\bno contesta|destinatario no (?:disponible|localizado|esta)|\bavisado\b/, /direccion|oficina/],
    ["UNKNOWN", null, /\b(?:aun|todavia) no (?:ha sido |se ha )?entregad[oa](?! a(?:l (?:transport|mensaj|courier|operador)|l? ?(?:correos|gls|ups|dhl|seur|mrw|nacex|tipsa|ctt|fedex|dpd|la agencia)))/],
    ["PRE_TRANSIT", "not_received", /\b(?:aun|todavia) no\b[^.]*\b(?:recibid\w*|admitid\w*|recogid\w*|entregad\w* a|en (?:nuestro )?poder|deposit\w*)|\bno (?:ha |se ha |hemos )?(?:sido )?(?:recibid\w*|admitid\w*)\b|\bpendiente de (?:entregar? a|recepcion|recibir|admision|deposit\w*|recogida|recoger|ser recogid\w*|envio|entrega (?:a|en|por)|que)/, /\b(?:destinatario|cliente)\b(?! no)|documentacion/],
    ["PRE_TRANSIT", "not_received", /\b(?:espera|pendiente) de que (?:el |la )?(?:remitente|vendedor|tienda|comercio)\b/],
    ["EXCEPTION", "undeliverable", /\b(?:no entregable|imposible (?:de )?entregar|no se puede entregar)\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:entrega|reparto) (?:ha sido )?(?:fallid[oa]|no (?:realizad[oa]|efectuad[oa]|completad[oa])|sin exito)\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:no|imposible|fallid[oa]|sin exito|sin poder|imposibilidad)\b[^.]*\b(?:entreg\w*|repart\w*)\b|\bno (?:se )?(?:pudo|ha podido|fue posible)\b|\bentrega (?:\w+ ){0,3}(?:fallida|no (?:realizada|efectuada|posible|completada)|imposible|sin exito)\b|\breparto (?:\w+ )?(?:fallido|no realizado|sin exito|infructuoso)\b|\bintento (?:de )?(?:entrega|reparto)\b|\bintento (?:fallido|realizado)|\bintentad[oa] (?:la )?entrega|\brealizado intento/, /\b(?:manana|programad\w*|previst\w*|proximo|sera)\b/],
    ["EXCEPTION", "cancelled", /\b(?:cancelad[oa]|anulad[oa]|anulacion|cancelacion)\b/],
    ["IN_TRANSIT", "missorted", /\b(?:mal (?:encaminad\w*|dirigid\w*|clasificad\w*|enviad\w*)|error de (?:clasificacion|encaminamiento|ruta))\b[^.]*(?:corre|reenc|redir|sera)/],
    ["EXCEPTION", "missorted", /\b(?:mal (?:encaminad\w*|dirigid\w*|clasificad\w*)|error de (?:clasificacion|encaminamiento|ruta)|mal clasificad\w*)\b/],
    ["IN_TRANSIT", "redirected", /\b(?:reencaminad\w*|redirecci?on\w*|redirigid\w*|reexpedid\w*|desviad\w*|reenviad\w*|reexpedicion)\b/],
    ["IN_TRANSIT", "rescheduled", /\b(?:fecha (?:de entrega )?(?:concertada|acordada|modificada|elegida)|entrega (?:concertada|reprogramada|aplazada|pospuesta|programada por)|reprogramad\w*|aplazad\w*|pospuest\w*|cita concertada)\b/, /no se ha/],
    ["IN_TRANSIT", "on_hold", /\bretenid[oa]\b[^.]*\b(?:peticion|solicitud)\b/],
    ["EXCEPTION", "held", /\b(?:retenid[oa]|detenid[oa]|bloquead[oa]|paralizad[oa]|inmovilizad[oa]|en espera de instrucciones|suspendid[oa])\b/],
    ["EXCEPTION", "delayed", /\b(?:retras\w*|demor\w*|huelga|saturacion|alto volumen)\b/, /sin (?:retraso|demora)/],
    ["EXCEPTION", "other", /\b(?:incidencia|incidente|excepcion|anomalia|problema)\b/, /incidencia (?:resuelta|solucionada)|sin incidencia/],

    ["IN_TRANSIT", null, /\b(?:proximamente|manana|pendiente de|saldra|listo para|preparad[oa] para|sera)\b[^.]*\breparto\b|\b(?:sera entregad[oa]|se entregara|entrega (?:prevista|estimada|programada)|previst[oa] (?:para )?(?:su )?entrega|fecha (?:de entrega )?(?:prevista|estimada)|(?:entrega|reparto) manana|sera repartid[oa]|estara disponible|estara list[oa])\b/, /\bhoy\b|\bno\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:entregamos|llega|llegara|recibiras|recibira) hoy\b|\bhoy (?:lo |la )?(?:entregamos|llega|recibiras|recibes)\b/, /\b(?:no|oficina|centro|delegacion|almacen|tienda|punto)\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:en (?:proceso de )?(?:reparto|entrega|distribucion)|en (?:la )?ruta de (?:reparto|entrega)|salid[oa] (?:a|para|en|para su) (?:reparto|entrega|su entrega)|sali[oa] (?:a|para) (?:reparto|entrega|su entrega)|en proceso de entrega|con el (?:repartidor|mensajero|cartero|conductor)|(?:repartidor|mensajero|cartero|conductor)\b[^.]*\b(?:en camino|en ruta|de camino|asignado)|en (?:el )?vehiculo (?:\w+ ){0,4}(?:reparto|entrega)|cargad[oa] en (?:el )?(?:vehiculo|furgoneta|camion) (?:de|para)|se entregara hoy|sera entregad[oa] hoy|hoy (?:se |sera )?entreg\w*|entrega (?:prevista )?(?:para )?hoy|reparto)\b/, /\b(?:no|unidad de reparto|oficina de reparto|centro de (?:reparto|distribucion)|manana|proximamente|pendiente|al remitente|delegacion de (?:reparto|entrega)|a la entrega|retras\w*|internacional|almacen|transito)\b/],

    ["DELIVERED", "neighbour", /\b(?:entregad[oa]|dejad[oa])\b[^.]*\bvecin[oa]s?\b/, NOT_YET],
    ["DELIVERED", "reception", /\b(?:entregad[oa]|dejad[oa])\b[^.]*\b(?:conserje\w*|porteria|portero|recepcion)\b/, NOT_YET],
    ["DELIVERED", "mailbox", /\b(?:entregad[oa]|dejad[oa]|depositad[oa])\b[^.]*\bbuzon\b/, new RegExp(`${NOT_YET.source}|\\b(?:aviso|resguardo|nota|tarjeta|notificacion)\\b`)],
    ["DELIVERED", "safe_place", /\b(?:entregad[oa]|dejad[oa]|depositad[oa])\b[^.]*\b(?:lugar (?:seguro|acordado|indicado|convenido)|puerta|garaje)\b/, NOT_YET],
    ["IN_TRANSIT", "handed_to_partner", new RegExp(`\\bentregad[oa] (?:a|al|a la) (?:${CARRIER_NAMES}|(?:empresa|compania|agencia) (?:de transporte|transportista|de mensajeria|de paqueteria))`), /\b(?:no|destinatario|cliente)\b/],
    ["DELIVERED", "signed", /\bentregad[oa]\b[^.]*\bfirm\w*|\bfirmad[oa] por\b/, NOT_YET],
    ["IN_TRANSIT", "handed_to_partner", /\bentregad[oa]\b[^.]*\b(?:al?|a la|a un|en) (?:\w+ ){0,2}?(?:transportista|agente|aerolinea|compania aerea|linea aerea|correos|operador|mensajeria|agencia|socio|colaborador|aduana|deposito|almacen|centro|delegacion|oficina|plataforma|terminal|aeropuerto|unidad)\b/, /\b(?:no|destinatario|cliente)\b/],
    ["IN_TRANSIT", "handed_to_partner", /\bentregad[oa]\b[^.]*\b(?:transitario|operador|subcontratad\w*|colaborador|corresponsal|muelle|almacen|plataforma)\b/, /\b(?:no|destinatario|cliente)\b/],
    // Whom or what it came to is none of those that shipments end with.
    ["UNKNOWN", null, /\bentregad[oa]s? (?:al|a la|a los|a un|a una|a su|a nuestro) (?!destinatari\w*|client\w*|vecin\w*|porter\w*|conserj\w*|titular|interesad\w*|autorizad\w*|receptor|consignatari\w*|domicilio|direccion|familiar\w*|persona|resident\w*|comprador\w*|recepcion\w*|propietari\w*|inquilin\w*|usuari\w*|seguridad|madre|padre|espos\w*|hij\w*|hermano|companer\w*|secretari\w*|encargad\w*|vigilante)\w/],
    ["DELIVERED", null, /\bentregad[oa]s?\b|\bentrega (?:realizada|efectuada|completada|finalizada|exitosa|efectiva|correcta)\b|\brecibid[oa] por (?:el )?(?:destinatario|cliente)/, new RegExp(`${NOT_YET.source}|remitente|aviso entregad`)],

    ["IN_TRANSIT", null, /\bpara entregar (?:manana|el (?:lunes|martes|miercoles|jueves|viernes|proximo))/, /\bno\b/],
    ["PRE_TRANSIT", "label_created", /\betiqueta\b[^.]*\b(?:cread[oa]|generad[oa]|impres[oa]|emitid[oa])\b|\b(?:cread[oa]|generad[oa])\b[^.]*\betiqueta|\b(?:informacion|datos|aviso|preaviso|notificacion)\b[^.]*\b(?:recibid[oa]s?|enviad[oa]s?|transmitid[oa]s?|registrad[oa]s?|electronic\w*|grabad[oa]s?)\b|\b(?:preregistrad[oa]|pre registrad[oa]|prerregistrad[oa]|preadmisi?on|preavisad[oa]|anunciad[oa]|electronicamente|guia (?:generada|creada|emitida)|informado|documentado|grabado|manifestad[oa])\b/, /\b(?:aduan\w*|destinatario)\b/],
    ["PRE_TRANSIT", "pickup_scheduled", /\brecogida\b[^.]*\b(?:programad[oa]|solicitad[oa]|planificad[oa]|asignad[oa]|concertada|pendiente)\b/],
    ["PRE_TRANSIT", null, /\b(?:preparad[oa]|preparando|preparacion|empaquetad[oa])\b|\b(?:pedido|envio|orden) (?:ha sido |esta )?(?:cread[oa]|registrad[oa]|confirmad[oa]|recibid[oa]|procesad[oa]|dad[oa] de alta)\b|\bhan? sido registrad[oa]\b|\besperando\b[^.]*\b(?:vendedor|remitente|envio|paquete|recogida)\b|\b(?:vendedor|remitente)\b[^.]*\b(?:prepar\w*|cread\w*|ha informado|aun no)\b|\blisto para (?:enviar|envio|ser enviado|despachar)|^registrad[oa]$/, /\b(?:entrega|reparto|centro|oficina|unidad)\b/],

    ["IN_TRANSIT", "arrived_destination_country", /\b(?:llegad[oa]|llego|recibid[oa]|entrada|ingres\w*)\b[^.]*\bpais (?:de )?(?:destino|destinatario)\b|\bllegad[oa] a espana/, /\bno\b/],
    ["IN_TRANSIT", "arrived_delivery_facility", /\b(?:lleg\w*|recibid[oa]|alta|en|ingres\w*|recepcionad\w*)\b[^.]*\b(?:oficina|unidad|centro|delegacion|almacen|sucursal|base|instalaciones|agencia) (?:de )?(?:reparto|destino|entrega|distribucion|local)\b/, /\bno\b|proximamente/],
    ["IN_TRANSIT", "departed", /\b(?:salid[oa]|salida|salio|enviad[oa]|expedid[oa]|despachad[oa]|parti[od]\w*|exportad[oa]|encaminad[oa])\b/, /\b(?:no|informacion|datos|aviso|aun)\b/],
    ["IN_TRANSIT", "arrived", /\b(?:llegad[oa]|llego|ha llegado|recepcionad[oa]|ingresad[oa]|entrada)\b/, /\b(?:no|aun|proximamente)\b/],
    ["IN_TRANSIT", "accepted", /\b(?:admitid[oa]|admision|recogid[oa]|recolectad[oa]|recibid[oa]|aceptad[oa]|depositad[oa]|recogida (?:realizada|efectuada)|en poder)\b/, /\b(?:no|aun|informacion|datos|pago|pendiente|destinatario|cliente|oficina de correos para|puede)\b/],
    ["IN_TRANSIT", null, /\bviaja(?:ndo)? (?:hacia|a)\b/, /\bno\b/],
    ["IN_TRANSIT", null, /\b(?:pedido|paquete|envio) (?:ya )?(?:esta |va )?(?:en (?:camino|transito|ruta|viaje)|de camino)\b/, /\bno\b/],
    ["IN_TRANSIT", null, /\b(?:en (?:transito|camino|ruta|arrastre|curso|transporte|tratamiento|movimiento)|transito|clasificad[oa]|clasificacion|procesad[oa]|procesamiento|tratamiento|escanead[oa]|cargad[oa]|descargad[oa]|trasbordo|transferid[oa]|trasladad[oa]|consolidad[oa]|centro (?:logistico|de (?:clasificacion|distribucion|tratamiento))|plataforma|delegacion|vuelo|transportad[oa]|de camino|liberad[oa]|leid[oa] en|lectura (?:en|de)|escaneo|instalacion\w*|terminal|almacen|en manos de)\b/, /\b(?:no|pedido|pago|reembolso)\b/],
  ],
};
