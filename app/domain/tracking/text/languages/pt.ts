import { CARRIER_NAMES, wordSet, type LanguageRules } from "../text-rule";

/** Said beside "entregue": it has not happened. */
const NOT_YET =
  /\b(?:nao|jamais|sera|serao|vai ser|para (?:ser|a)|a ser|previst[oa]|estimad[oa]|agendad[oa]|proxim\w*|amanha|tentativa|impossivel|falhad[oa]|falha|ainda|antes|pode|podera|pode ser|ser entregue|deve|aguarda\w*|nunca|sem|em breve)\b/;

/** Portuguese, of Portugal and of Brazil. */
export const PORTUGUESE: LanguageRules = {
  code: "pt",
  words: wordSet(
    `tentativa prevista proximo util importacao autorizada necessario pagamento icms recebimento dimensoes impossibilitam
     a ao aos aquela aquele aqui as ate com como da das de dela dele deles depois do dos e ela elas ele eles em entre era essa esse esta estao estava este eu foi foram ha isso isto ja lhe mais mas me mesmo meu minha muito na nao nas nem no nos nossa nosso num numa o os ou para pela pelas pelo pelos por qual quando que quem sao se seja sem ser seu seus so sua suas tambem te tem ter teu um uma voce voces centro tratamento cliente perdido recusada
     guia emitida voo descolou terminal carga aceder edificio primeira espera colocado mercadoria solicita mais continua lembrete levantar
     carregado carregada veiculo carrinha instalacao local leitura seu sua pelos pelas este esta esse pacote triagem armazem centro conseguida efetuada concluida concluido fiscalizacao aduaneira finalizada transportadora remessa desembaraco unidade agencia horario limite apos favor entrar contato
     o a os as um uma de do da dos das ao aos no na nos nas em e com por para pelo pela se seu sua nao foi foram esta que
     ja ainda sem sera objeto encomenda envio pacote pedido entrega entregue entregar destinatario remetente alfandega
     aduaneira morada endereco estacao correios ctt unidade devolucao devolvido devolvida transito encaminhado encaminhada
     postado postagem recebido recebida saiu saida chegada chegou chegaram levantado levantamento levantar disponivel
     ponto loja cacifo distribuicao centro expedido expedida aceite aceitacao registado registrado etiqueta criada criado
     tentativa ausente recusado recusada recusou danificado danificada extraviado extraviada perdido perdida atraso
     atrasado retido retida aguarda aguardando pagamento fiscalizacao liberado desalfandegado desalfandegamento incompleta
     incorreta incorreto insuficiente desconhecido mudou cliente carteiro motorista estafeta vizinho portaria rececao
     recepcao caixa correio aviso informacao informacoes dados recolhido recolhida recolha coletado coleta vendedor
     condicoes climatericas climaticas meteorologicas ligacao voo hoje amanha pais brasil portugal internacional
     solicitacao destino origem efetuada efetuado realizada realizado nova local entrada indenizacao localizado transportadora
     depositado entregou retirada retirado aguardar area agencia processado triagem`,
  ),
  hypothetical: /\bsujeit[oa] a\b[^.]*|(?:^|\. )(?:se|caso|em caso de|na ausencia) [^.]*|\b(?:assim que|logo que|uma vez|caso)\b[^.,]*|(?:^|[.,] )(?:se|quando) [^.,]*/g,
  rules: [
    // Read before everything: words that other rules would take for something else.
    ["DELIVERED", "collected", /\b(?:levantad[oa]|retirad[oa]) no (?:cacifo|locker|ponto|balcao)\b|\bcacifo aberto\b[^.]*\bretirad[oa]\b|\bretirada (?:efetuada|efectuada|realizada|feita) pel[oa] (?:comprador\w*|cliente|destinatari[oa])\b/, /\b(?:nao|pode|estafeta|motorista|remetente|vendedor|sera)\b/],
    ["DELIVERED", "neighbour", /\bentregue a[o]? (?:um |uma )?vizinh[oa]\b/, /\b(?:nao foi|sera|pode)\b/],
    ["DELIVERED", null, /\b(?:ja foi|agora|finalmente|enfim|e foi) entregue\b|\bentrega (?:foi )?(?:hoje )?(?:concluida|ok)\b|\bnas (?:maos do destinatario|suas maos|tuas maos)\b|\bvoce recebeu (?:seu|o) (?:pedido|pacote)\b/, new RegExp(`${NOT_YET.source}|remetente|transportadora|unidade|centro|alfandega`)],
    ["DELIVERED", "reception", /\b(?:recebid[oa]|recebeu)\b[^.]*\b(?:porteiro|zelador[a]?|portaria|recepcionista|rececionista)\b|\b(?:porteiro|zelador[a]?|recepcionista) recebeu\b/, NOT_YET],
    ["DELIVERED", "safe_place", /\bdeix(?:amos|ad[oa]) (?:\w+ ){0,3}?(?:na|a|no|em|junto) (?:\w+ )?(?:garagem|porta|portao|jardim|alpendre|quintal)\b/, NOT_YET],
    ["PRE_TRANSIT", "label_created", /\b(?:pacote|objeto|envio|encomenda) (?:foi )?regist(?:r)?ad[oa]$/, /\bnao\b/],
    ["READY_FOR_PICKUP", "locker", /\bno (?:cacifo|locker)\b[^.]*\blevantar\b/, /\b(?:nao|sera)\b/],
    ["EXCEPTION", "address", /\b(?:numeracao|logradouro|endereco|numero|morada)\b[^.]*\b(?:irregular|inexistente|insuficiente|incompleto|incompleta)\b/],
    ["EXCEPTION", "customs", /\bproblemas? (?:na|de|com a|da) alfandega\b|\bproblemas? alfandegari\w+/, /\b(?:resolvido|sem)\b/],
    ["UNKNOWN", null, /\bdesconsiderar\b|\b(?:por engano|indevidamente|por erro)\b[^.]*entreg|entregue (?:por engano|indevidamente)|(?:estado|evento) anterior[^.]*(?:anulad|cancelad|erro)|inquerito|pesquisa de satisfacao/],
    ["PENDING", null, /\b(?:nao (?:ha|existe\w*|foram|temos|foi)|sem|nenhuma?)\b[^.]*\b(?:informac\w+|dados|registos?|registros?|eventos?|resultados?)\b|\bobjeto nao encontrado\b|\bnao encontrado na base/, /morada|endereco|destinatario|alfand|objeto nao localizado/],

    ["IN_TRANSIT", "resumed", /\bdevoluc\w+\b[^.]*\b(?:cancelada|anulada)|nao sera (?:mais )?devolvid/],
    ["RETURNED", null, /\b(?:entregue|devolvid[oa]|restituid[oa])\b[^.]*\b(?:ao remetente|ao vendedor|ao expedidor|a origem|ao contratante)\b|\bdevoluc\w+ (?:concluida|entregue|completa|efetuada)/, /\b(?:sera|nao|saiu|vai|para|sujeit[oa]|a ser|em|por solicitacao)\b/],
    ["EXCEPTION", "address", /\bnao (?:pode|foi possivel)\b[^.]*\b(?:endereco|morada|cliente (?:desconhecido|mudou)|desconhecido|mudou)\b/],
    ["EXCEPTION", "refused", /\bnao (?:pode|foi possivel)\b[^.]*\brecus\w*/],
    ["RETURNING", null, /\b(?:devol\w+|retorn\w+|regress\w+|reenviad[oa])\b[^.]*\b(?:remetente|origem|vendedor|expedidor|contratante)\b|\b(?:entrega ao remetente|em devoluc\w+|devoluc\w+ (?:em curso|iniciada|em andamento|solicitada)|sera devolvid[oa]|devolvid[oa]|a devolver)\b|^devoluc\w+\b/, /\bsujeit[oa]|etiqueta|devolvido aos correios|devolvido a unidade/],

    ["PRE_TRANSIT", "pickup_failed", /\b(?:recolha|coleta)\b[^.]*\b(?:falhad[oa]|nao (?:efetuad[oa]|realizad[oa]|foi)|cancelad[oa]|impossivel|sem sucesso)\b|\btentativa de (?:recolha|coleta)/, /entrega/],
    ["EXCEPTION", "refused", /\b(?:recus\w*|rejeit\w*|nao aceit\w*)\b/, /alfand/],
    ["EXCEPTION", "destroyed", /\b(?:destruid[oa]|destruic\w+|inutilizad[oa])\b/],
    ["EXCEPTION", "damaged", /\bchegou (?:partid|quebrad|danificad)[oa]\b|\b(?:danificad[oa]|avariad[oa]|avaria|danos|partid[oa] a embalagem|violad[oa]|quebrad[oa]|roubad[oa])\b/, /sem danos|veiculo|mecanica/],
    ["IN_TRANSIT", "redirected", /\b(?:morada|endereco)\b[^.]*\b(?:corrigid[oa]|atualizad[oa]|alterad[oa]|modificad[oa])\b|\bnova morada|novo endereco/, /\b(?:deve|nao)\b/],
    ["EXCEPTION", "address", /\b(?:morada|endereco|codigo postal|cep|numero (?:da porta|indicado)|endereçamento|enderecamento)\b[^.]*\b(?:incomplet[oa]|incorret[oa]|insuficiente|errad[oa]|invalid[oa]|inexistente|desconhecid[oa]|nao (?:existe|encontrad[oa]|localizad[oa])|erro|ilegivel|falta)\b|\b(?:destinatario|cliente)\b[^.]*\b(?:desconhecid[oa]|mudou|nao (?:reside|conhecido|localizado)|ausente definitivamente)\b|\b(?:falta|erro|insuficiencia) (?:\w+ ){0,3}?(?:morada|endereco|numero|dados)\b|\bmudou se\b|^desconhecid[oa]\b|\bdesconhecid[oa] n[oa]\b/, /\bobjeto (?:sera )?devolvido por\b/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:pagamento|impostos?|taxas?|tributos?)\b[^.]*\b(?:confirmad[oa]|recebid[oa]|efetuad[oa]|realizad[oa]|pag[oa]s?)\b/, /\b(?:nao|aguard\w*|deve|falta)\b/],
    ["EXCEPTION", "payment_due", /\b(?:necessari[oa]|obrigatori[oa])\b[^.]*\bpagamento\b|\bpagamento (?:d[oa] )?icms\b/, /\b(?:confirmad|recebid|efetuad)/],
    ["EXCEPTION", "payment_due", /\b(?:pagamento|impostos?|taxas?|tributos?|direitos|iva|despacho postal|franquia|cobranca)\b[^.]*\b(?:aguard\w*|pendente|pagar|em falta|devid[oa]s?|insuficiente|necessari[oa]|obrigatori[oa])\b|\b(?:aguard\w*|pendente|falta|pagar|efetuar?|efetue|realize)\b[^.]*\b(?:pagamento|impostos?|taxas?|tributos?|despacho postal|direitos)\b/],
    ["EXCEPTION", "lost", /\b(?:extraviad[oa]|extravio|perdid[oa]|nao localizad[oa]|desaparecid[oa]|roubo|furto|indemnizac\w+|indenizac\w+|em averiguac\w+|sinistro|furtad[oa])\b/, /ligac|voo|conex|morada|endereco/],
    ["EXCEPTION", "weather", /\b(?:climat\w*|clima|meteorolog\w*|mau tempo|tempestade\w*|neve|chuvas?|inundac\w+|enchentes?|cheias|forca maior|calamidade)\b/],
    ["EXCEPTION", "missed_connection", /\b(?:ligacao|conexao|voo)\b[^.]*\bperdid\w*|\b(?:perda|perdeu|perdid[oa])\b[^.]*\b(?:ligacao|conexao|voo)\b|\b(?:voo|aviao|camiao|caminhao|veiculo|comboio)\b[^.]*\b(?:atras\w*|cancelad\w*|avari\w*|quebr\w*)\b|\bavaria (?:mecanica|do veiculo)|\batraso (?:do|no) (?:voo|transporte)/],
    ["EXCEPTION", "prohibited", /\b(?:proibid[oa]s?|nao permitid[oa]s?|mercadorias? perigosas?|importac\w+ (?:\w+ ){0,2}nao (?:foi )?autorizada)\b/],
    ["EXCEPTION", "oversize", /\b(?:demasiado (?:grande|pesad[oa])|muito (?:grande|pesado)|excede|fora do (?:limite|padrao)|excesso de (?:peso|volume))\b|\bdimens\w+\b[^.]*\b(?:impossibilit\w*|imped\w*|superior\w*)/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:liberad[oa]|desalfandegad[oa]|desembaracad[oa]|despachad[oa] pela alfandega|autorizad[oa])\b[^.]*\b(?:alfandega|aduan\w*|fiscalizac\w*)\b|\b(?:alfandega|aduan\w*|fiscalizac\w*|desalfandegamento|desembaraco|importacao)\b[^.]*\b(?:liberad[oa]|conclui\w*|finalizad[oa]|termin\w*|autorizad[oa]|completo|completad[oa])\b|\bdesalfandegad[oa]\b/, /\b(?:nao|aguard\w*|pendente|em curso|para)\b/],
    ["EXCEPTION", "customs_documents", /\b(?:document\w*|fatura|informac\w+)\b[^.]*\b(?:alfand\w*|aduan\w*|em falta|falta|necessari[oa]s?|solicitad[oa]s?|incomplet[oa]s?|pendente\w*)\b|\b(?:falta|aguard\w*) (?:\w+ ){0,2}(?:document\w*|fatura)/, /recebid/],
    ["EXCEPTION", "customs_documents", /\bdeclarac\w+\b[^.]*\b(?:ausente|incorret\w*|em falta|incomplet\w*|invalid\w*)/],
    ["EXCEPTION", "customs_documents", /\balfandega\b[^.]*\b(?:solicita|exige|pede|requer)\b[^.]*\b(?:document\w*|fatura|informac\w+)\b/],
    ["EXCEPTION", "customs", /\b(?:retid[oa]|apreendid[oa]|parad[oa]|bloquead[oa]|detid[oa])\b[^.]*\b(?:alfand\w*|aduan\w*|fiscalizac\w*)\b|\b(?:alfand\w*|aduan\w*|fiscalizac\w*)\b[^.]*\b(?:retid[oa]|apreendid[oa]|parad[oa]|bloquead[oa]|detid[oa]|atras\w*|problema)\b/],
    ["IN_TRANSIT", "customs", /\b(?:alfand\w*|aduan\w*|fiscalizac\w*|desalfandegamento)\b/],

    ["DELIVERED", "collected", /\b(?:levantad[oa]|retirad[oa]) (?:\w+ ){0,5}?pelo (?:destinatario|cliente)\b|\b(?:destinatario|cliente) (?:ja )?(?:levantou|retirou)\b|^levantad[oa]\b/, /\b(?:nao|pode|aguard\w*|para|disponivel)\b/],
    ["EXCEPTION", "unclaimed", /\bnao (?:foi )?(?:levantad[oa]|reclamad[oa]|procurad[oa]|retirad[oa])\b|\bnao (?:retirou|levantou|procurou)\b|\b(?:prazo|periodo)\b[^.]*\b(?:expirad[oa]|terminad[oa]|esgotad[oa]|ultrapassad[oa])\b/],
    ["READY_FOR_PICKUP", "last_notice", /\b(?:ultimo|segundo) aviso\b/],
    ["ATTEMPTED_DELIVERY", "not_home", /\bcarteiro nao atendido\b/],
    ["IN_TRANSIT", "parcel_shop", /\b(?:sera|vai ser|a caminho|encaminhad[oa]|redirecionad[oa]|em transito|seguiu|em distribuicao)\b[^.]*\b(?:ponto (?:ctt|de (?:entrega|recolha|retirada))|loja|cacifo|locker|ponto pickup|ponto)\b/, /\b(?:disponivel|ausente|nao|aguardando retirada)\b/],
    ["READY_FOR_PICKUP", "locker", /\b(?:disponivel|depositad[oa]|pront[oa]|levantar|entregue)\b[^.]*\b(?:cacifo|locker|armario)\b/, /\b(?:nao|sera|cheio)\b/],
    ["READY_FOR_PICKUP", null, /\b(?:disponivel|pront[oa])\b[^.]*\b(?:levantamento|levantar|retirada|retirar|recolha|ponto|loja|estacao|caixa postal|posto)\b|\b(?:aguard\w*|a aguardar|espera de)\b[^.]*\b(?:levantamento|retirada|ser levantad[oa])\b|\b(?:pode|podera) (?:ser )?(?:levantar|levantad[oa]|retirar|retirad[oa])\b|\bpara levantamento\b|\ba sua espera\b|\baguarda por (?:si|voce|ti)\b|\bpor levantar\b|\bentregue (?:no|na|num|numa) (?:ponto|loja|posto|agencia)\b|\bdepositad[oa] (?:no|na) (?:ponto|loja|caixa postal)\b/, /\b(?:nao|sera|remetente|em breve|transportadora|pelo carteiro|brevemente)\b/],

    ["ATTEMPTED_DELIVERY", null, /\btentativa de entrega (?:nao|sem|falh)\w*|\bentrega (?:de objeto )?nao (?:foi )?(?:efetuada|realizada|conseguida|concretizada)/, /ausen|nao atendid|endereco|morada|fechad|recus/],
    ["IN_TRANSIT", "rescheduled", /\b(?:nova|segunda|proxima|outra) tentativa\b[^.]*\b(?:sera|prevista|agendada|amanha|programada)\b|\bsera (?:realizada|efetuada) (?:uma )?nova/, /\b(?:ausente|nao|falhada|sem sucesso)\b/],
    ["ATTEMPTED_DELIVERY", "closed", /\b(?:fechad[oa]|encerrad[oa]|sem expediente|ferias|feriado)\b/, /processo encerrado|saco|mala/],
    ["ATTEMPTED_DELIVERY", "no_access", /\b(?:sem acesso|acesso (?:negado|impossivel|restrito)|inacessivel|area de risco|cao|nao foi possivel (?:aceder|acessar))\b/],
    ["ATTEMPTED_DELIVERY", "not_home", /\b(?:ausente|ausencia)\b|\bdeixad[oa] (?:um )?aviso|\baviso (?:deixado|de (?:chegada|levantamento|nao entrega))|\bninguem\b|\bnao (?:atendid[oa]|atendeu|estava|se encontrava|respondeu)\b/, /morada|endereco/],
    ["EXCEPTION", "undeliverable", /\b(?:impossivel entregar|nao entregavel)\b/],
    ["UNKNOWN", null, /\bainda nao (?:foi )?entregue(?! (?:a|ao|aos|nos))/],
    ["PRE_TRANSIT", "not_received", /\b(?:ainda )?nao (?:foi |recebeu |recebemos |esta )?(?:recebid[oa]|recebeu|aceite|entregue (?:a|ao|aos|nos)|postad[oa]|recolhid[oa]|em nosso poder|a encomenda|o objeto)\b|\baguarda\w* (?:a )?(?:entrada|recec\w+|recepc\w+|postagem|expedic\w+|recolha|coleta|entrega (?:pelo|do|nos|nas|a)|envio|aceitac\w+)\b/, /\b(?:destinatario|cliente)\b/],
    ["IN_TRANSIT", null, /\bsaida (?:para (?:a )?entrega )?(?:cancelada|nao efetuada)/],
    ["EXCEPTION", "cancelled", /\b(?:cancelad[oa]|anulad[oa]|cancelamento|desistencia)\b/],
    ["IN_TRANSIT", "on_hold", /\b(?:retid[oa]|bloquead[oa])\b[^.]*\b(?:pedido|solicitac\w+) do destinatario/],
    ["EXCEPTION", "held", /\bbloquead[oa]\b|\bsuspens\w+\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:nao|impossivel|falhad[oa]|falha|sem sucesso|impossibilidade|insucesso|mal sucedid[oa]|frustrad[oa])\b[^.]*\bentreg\w*\b|\bentrega (?:\w+ ){0,2}(?:falhada|nao (?:efetuada|realizada|conseguida|possivel|concretizada)|impossivel|sem sucesso|mal sucedida)\b|\btentativa (?:de )?entrega\b|^(?:\w+ )?tentativa\b|\btentativa (?:\w+ )?(?:falhada|falhou|sem sucesso)\b/, /\b(?:amanha|agendad\w*|previst\w*|proxim\w*)\b/],
    ["IN_TRANSIT", "missorted", /\bmal encaminhad[oa]\b.*(?:corrig|corrij|redirec)|erro de (?:encaminhamento|triagem)[^.]*(?:corrig|redirec)/],
    ["EXCEPTION", "missorted", /\b(?:mal encaminhad[oa]|errado encaminhamento|encaminhamento errado|erro de (?:encaminhamento|triagem)|extraviado para)\b/],
    ["IN_TRANSIT", "redirected", /\b(?:reencaminhad[oa]|redirecionad[oa]|reexpedid[oa]|reexpedic\w+)\b/],
    ["IN_TRANSIT", "rescheduled", /\b(?:entrega|data)\b[^.]*\b(?:agendad[oa]|reagendad[oa]|remarcad[oa]|adiad[oa]|alterad[oa])\b|\b(?:reagendad[oa]|adiad[oa])\b/],
    ["EXCEPTION", "held", /\b(?:retid[oa]|parad[oa]|detid[oa]|aguard\w* instruc\w+)\b/],
    ["EXCEPTION", "delayed", /\b(?:atras\w*|greve|congestionamento|demora\w*)\b/, /sem atraso|sujeito a/],
    ["EXCEPTION", "other", /\b(?:ocorrencia|incidencia|anomalia|problema|excecao|incidente)\b/],

    ["IN_TRANSIT", null, /\b(?:amanha|em breve|brevemente|sera|vai|previst[oa]|estimad[oa]|aguard\w*|preparad[oa] para|pront[oa] para)\b[^.]*\b(?:entreg\w*|distribuicao)\b|\bentrega (?:prevista|estimada|agendada)\b|\bsaira para\b|\b(?:entrega|distribuicao) amanha\b/, /\bhoje\b|\bnao\b|tentativa/],
    ["OUT_FOR_DELIVERY", null, /\b(?:chega|chegara) hoje\b/, /\b(?:nao|centro|unidade|deposito|loja|ponto|pais)\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:em distribuicao|esta a ser (?:entregue|distribuid[oa])|carregad[oa] (?:no|na|em|num) (?:\w+ )?(?:veiculo|carrinha|viatura|carro) de (?:entrega|distribuicao)|(?:no|na) (?:veiculo|carrinha|viatura) (?:\w+ ){0,3}(?:entrega|distribuicao)|saiu para (?:a )?(?:entrega|distribuicao)|saiu para|saida para (?:a )?(?:entrega|distribuicao)|em (?:rota de )?entrega|em processo de entrega|em volta de distribuicao|com o (?:carteiro|estafeta|motorista|entregador)|(?:carteiro|estafeta|motorista|entregador)\b[^.]*\b(?:a caminho|em rota|em percurso)|na rua para entrega|(?:sera|entrega) (?:\w+ ){0,2}hoje|em rota de (?:entrega|distribuicao))\b/, /\b(?:nao|remetente|centro de distribuicao|unidade de distribuicao|amanha|internacional|tratamento|exportacao)\b/],

    ["DELIVERED", "neighbour", /\b(?:entregue|deixad[oa])\b[^.]*\bvizinh[oa]s?\b/, NOT_YET],
    ["DELIVERED", "reception", /\b(?:entregue|deixad[oa])\b[^.]*\b(?:portaria|porteiro|rececao|recepcao|zelador)\b/, NOT_YET],
    ["DELIVERED", "mailbox", /\b(?:entregue|deixad[oa]|depositad[oa]|colocad[oa])\b[^.]*\b(?:caixa (?:de|do) correio|recetaculo|receptaculo|caixa de correios)\b/, new RegExp(`${NOT_YET.source}|\\b(?:aviso|convite|cartao|notificac\\w+)\\b`)],
    ["DELIVERED", "safe_place", /\b(?:entregue|deixad[oa])\b[^.]*\b(?:local (?:seguro|indicado|combinado|acordado)|porta|garagem)\b/, NOT_YET],
    ["DELIVERED", "signed", /\bentregue\b[^.]*\bassin\w*|\bassinad[oa] p(?:or|elo)\b/, NOT_YET],
    ["IN_TRANSIT", "handed_to_partner", /\bentregue\b[^.]*\b(?:ao|a|no|na|aos|nos) (?:\w+ ){0,2}?(?:transportador\w*|operador|agente|companhia aerea|correios|ctt|parceiro|alfandega|armazem|centro|unidade|deposito|terminal|aeroporto|estafeta)\b/, /\b(?:nao|destinatario|cliente|ponto)\b/],
    ["IN_TRANSIT", "handed_to_partner", new RegExp(`\\bentregue (?:a|ao|aos|a empresa) ${CARRIER_NAMES}`), /\b(?:nao|destinatario|cliente)\b/],
    ["IN_TRANSIT", "handed_to_partner", /\bentregue (?:ao|a|a um|ao nosso) (?:\w+ )?(?:despachante|transitario|subcontratad\w+|operador|armazem)\b/, /\b(?:nao|destinatario|cliente)\b/],
    // Whom or what it came to is none of those that shipments end with.
    ["UNKNOWN", null, /\bentregues? (?:ao|aos|a um|a uma|ao nosso) (?!destinatari\w*|client\w*|vizinh\w*|porteir\w*|porter\w*|portaria|titular|interessad\w*|autorizad\w*|propri\w*|comprador\w*|familiar\w*|morador\w*|pessoa|residente|recec\w*|recep\w*|domicilio|funcionari\w*|seguranca|zelador\w*|mandatari\w*|terceir\w*|representante|responsavel|parente|marido|esposa|filh\w*|pai|mae|irma\w*|colega|\d)\w/],
    ["DELIVERED", null, /\bentregues?\b|\bentrega (?:efetuada|realizada|concluida|bem sucedida|com sucesso|efetivada|conseguida|efectuada)\b|\brecebid[oa] pelo (?:destinatario|cliente)/, new RegExp(`${NOT_YET.source}|remetente|aviso entregue|sera entregue`)],

    ["PRE_TRANSIT", "label_created", /\betiqueta\b[^.]*\b(?:criad[oa]|gerad[oa]|emitid[oa]|impress[oa])\b|\b(?:criad[oa]|gerad[oa]|emitid[oa])\b[^.]*\betiqueta|\b(?:informac\w+|dados|aviso|pre aviso)\b[^.]*\b(?:recebid[oa]s?|enviad[oa]s?|transmitid[oa]s?|registad[oa]s?|registrad[oa]s?|eletronic\w*)\b|\b(?:guia emitida|manifestad[oa]|pre registad[oa]|pre postad[oa]|eletronicamente|anunciad[oa]|pre avisad[oa])\b/, /alfand|destinatario|aduan/],
    ["PRE_TRANSIT", null, /^(?:o seu )?pedido (?:foi )?recebido$/],
    ["PRE_TRANSIT", "pickup_scheduled", /\b(?:recolha|coleta)\b[^.]*\b(?:agendad[oa]|solicitad[oa]|pedid[oa]|programad[oa])\b/],
    ["PRE_TRANSIT", null, /\b(?:em preparac\w+|preparad[oa]|a preparar|preparando|pront[oa] para (?:envio|enviar|expedic\w+|recolha|coleta))\b|\b(?:pedido|envio|encomenda|objeto) (?:foi )?(?:criad[oa]|registad[oa]|registrad[oa]|confirmad[oa])\b|\b(?:remetente|vendedor)\b[^.]*\b(?:prepar\w*|criou|ira|ainda)\b|\baguarda\w*\b[^.]*\b(?:remetente|vendedor|ctt)\b/, /\b(?:entrega|distribuicao|recebid[oa])\b/],

    ["IN_TRANSIT", "arrived_destination_country", /\b(?:cheg\w*|recebid[oa]|entrada)\b[^.]*\b(?:pais (?:de )?destino|no brasil|em portugal|pais do destinatario)\b/, /\bnao\b/],
    ["IN_TRANSIT", "arrived_delivery_facility", /\b(?:cheg\w*|recebid[oa]|entrada|rececionad[oa]|no|na)\b[^.]*\b(?:unidade|centro|estacao|local|loja|base) (?:de )?(?:distribuic\w+|entrega|destino|apoio)\b/, /\bnao\b/],
    ["IN_TRANSIT", "departed", /\b(?:descolou|decolou|expedid[oa]|saiu|saida|enviad[oa]|partid[oa]|partiu|encaminhad[oa]|despachad[oa]|exportad[oa]|expedic\w+)\b/, /\b(?:nao|informac\w+|dados|aviso|ainda)\b/],
    ["IN_TRANSIT", "arrived", /\b(?:chegou|chegada|cheg\w+)\b/, /\b(?:nao|previst\w*|ainda)\b/],
    ["IN_TRANSIT", "accepted", /\b(?:postad[oa]|aceite|aceitac\w+|re[cp]e[cp]?cao (?:nacional|internacional|n[oa]s?|em|efetuada)|recolhid[oa]|coletad[oa]|recebid[oa]|rececionad[oa]|recolha efetuada|conferid[oa]|depositad[oa]|recepcionad[oa])\b/, /\b(?:nao|informac\w+|dados|pagamento|aguard\w*|destinatario|cliente|ainda|pode)\b/],
    ["IN_TRANSIT", null, /\bpedido (?:ja )?(?:esta )?(?:em transito|em transporte|a caminho|em viagem)\b/, /\bnao\b/],
    ["IN_TRANSIT", null, /\b(?:em (?:transito|transporte|tratamento|processamento|curso|viagem|triagem)|transito|a caminho|segue viagem|triagem|tratad[oa]|tratamento|processad[oa]|carregad[oa]|descarregad[oa]|transferid[oa]|transferencia|consolidad[oa]|centro (?:de )?(?:operac\w+|tratamento|triagem|distribuicao|logistic\w*)|unidade (?:de )?(?:tratamento|logistica|operacional|exportacao)|liberad[oa]|digitalizad[oa]|lido|leitura (?:de|na|no)|instalac\w+|terminal|armazem)\b/, /\b(?:nao|pedido|pagamento|reembolso)\b/],
  ],
};
