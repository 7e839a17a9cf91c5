import type { Words } from "../words";

export const statuses: Words["statuses"] = {
  PENDING: { title: "Sin noticias todavía", sentence: "El transportista aún no nos ha dicho nada sobre su paquete." },
  PRE_TRANSIT: { title: "En preparación", sentence: "Su paquete se está preparando; el transportista aún no lo tiene." },
  IN_TRANSIT: { title: "En camino", sentence: "Su paquete está en camino." },
  OUT_FOR_DELIVERY: { title: "En reparto", sentence: "Su paquete está en reparto." },
  ATTEMPTED_DELIVERY: { title: "Intento de entrega", sentence: "El transportista ha intentado entregar su paquete." },
  READY_FOR_PICKUP: { title: "Listo para recoger", sentence: "Su paquete está listo para que lo recoja." },
  DELIVERED: { title: "Entregado", sentence: "Su paquete se ha entregado." },
  EXCEPTION: { title: "Retenido", sentence: "El transportista informa de un problema con su paquete." },
  RETURNING: { title: "De vuelta", sentence: "Su paquete vuelve a la tienda." },
  RETURNED: { title: "Devuelto a la tienda", sentence: "Su paquete ha vuelto a la tienda." },
  EXPIRED: { title: "Sin más noticias", sentence: "El transportista no nos ha dicho nada sobre su paquete desde hace mucho tiempo." },
  UNKNOWN: { title: "Noticia del transportista", sentence: "El transportista ha comunicado algo que no sabemos decir con palabras sencillas." },
};

export const returnStatuses: Words["returnStatuses"] = {
  PENDING: { title: "Devolución pendiente", sentence: "El transportista aún no nos ha dicho nada sobre su devolución." },
  PRE_TRANSIT: { title: "Etiqueta de devolución lista", sentence: "La etiqueta de su devolución está lista; el transportista aún no tiene el paquete." },
  IN_TRANSIT: { title: "Devolución en camino", sentence: "Su devolución está en camino a la tienda." },
  OUT_FOR_DELIVERY: { title: "Devolución en reparto", sentence: "Su devolución se está entregando en la tienda." },
  ATTEMPTED_DELIVERY: { title: "Intento de entrega", sentence: "El transportista ha intentado entregar su devolución en la tienda." },
  READY_FOR_PICKUP: { title: "A la espera de la tienda", sentence: "Su devolución está lista para que la tienda la recoja." },
  DELIVERED: { title: "Devolución recibida", sentence: "Su devolución ha llegado a la tienda." },
  EXCEPTION: { title: "Devolución retenida", sentence: "El transportista informa de un problema con su devolución." },
  RETURNING: { title: "Vuelve a usted", sentence: "El transportista le trae su devolución de vuelta." },
  RETURNED: { title: "De nuevo con usted", sentence: "El transportista le ha traído su devolución de vuelta." },
  EXPIRED: { title: "Sin más noticias", sentence: "El transportista no nos ha dicho nada sobre su devolución desde hace mucho tiempo." },
  UNKNOWN: { title: "Noticia del transportista", sentence: "El transportista ha comunicado algo que no sabemos decir con palabras sencillas." },
};
