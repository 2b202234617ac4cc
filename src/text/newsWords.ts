/**
 * What news tells of again and again, with its words in the ten languages that Tidings speaks: two reports of one event
 * share more than names. Words that mean many things are left out.
 *
 * @param language  primary subtag
 * @returns each word with its code, such as `news:earthquake`; none for other languages
 */
export function newsWords(language: string): [word: string, code: string][] {
  const column = languages.indexOf(language);
  if (column === -1) return [];
  return table.flatMap((row) => {
    const columns = row.split('|').map((words) => words.split(','));
    return (columns[column] ?? []).map((word): [string, string] => [word, `news:${columns[0]?.[0]}`]);
  });
}

const languages = ['en', 'de', 'fr', 'es', 'pt', 'ru', 'ar', 'ja', 'ko', 'zh'];

/** A line for each thing, a column for each language; of Chinese both scripts. */
const table = `
earthquake,quake,earthquakes,seismic|erdbeben,beben|séisme,séismes,tremblement de terre|terremoto,terremotos,sismo,seísmo|terremoto,terremotos,sismo,abalo|землетрясение|زلزال,زلازل,هزة|地震|지진|地震
tsunami,tsunamis|tsunami|tsunami|tsunami,maremoto|tsunami,maremoto|цунами|تسونامي|津波|쓰나미,해일|海啸,海嘯
flood,floods,flooding,flooded|hochwasser,überschwemmung,flut|inondation,inondations,crue|inundación,inundaciones|inundação,inundações,enchente,enchentes|наводнение,паводок,затопление|فيضان,فيضانات,سيول|洪水,浸水|홍수,침수|洪水,洪灾,水灾,洪災,水災
hurricane,typhoon,cyclone,hurricanes|hurrikan,taifun,zyklon|ouragan,typhon,cyclone|huracán,tifón,ciclón|furacão,tufão,ciclone|ураган,тайфун,циклон|إعصار,الإعصار|台風,ハリケーン,サイクロン|태풍,허리케인,사이클론|台风,颱風,飓风,颶風,气旋
storm,storms|sturm,unwetter,gewitter|tempête,orage,orages|tormenta,tormentas|tempestade,temporal|шторм,буря,гроза|عاصفة,عواصف|暴風|폭풍,폭풍우|风暴,風暴,暴风,暴風
rain,rains,rainfall|regen,regenfälle,starkregen|pluie,pluies|lluvia,lluvias|chuva,chuvas|дождь,дождей,дожди,ливень,ливни|أمطار,مطر|大雨,豪雨|폭우,호우|暴雨,降雨
drought,droughts|dürre,trockenheit|sécheresse|sequía|seca,estiagem|засуха|جفاف|干ばつ,渇水|가뭄|干旱,乾旱,旱灾
heatwave,heat wave|hitzewelle|canicule|ola de calor|onda de calor|жара,жары|موجة حر|猛暑,熱波|폭염|热浪,熱浪,高温
climate|klima,klimawandel,klimaschutz|climat,climatique,climatiques|clima,climático,climática|clima,climática,climáticas|климат,климата,климатический|مناخ,المناخ,المناخي|気候|기후|气候,氣候
wildfire,wildfires,bushfire,bushfires|waldbrand,waldbrände,buschfeuer|incendie de forêt,feux de forêt|incendio forestal,incendios forestales|incêndio florestal,incêndios florestais|лесной пожар,лесные пожары|حرائق الغابات|山火事,森林火災|산불|山火,林火
fire,fires,blaze|brand,brände,feuer,feuerwehr|incendie,incendies,pompiers|incendio,incendios,bomberos|incêndio,incêndios,bombeiros|пожар,пожара,пожары,пожарные|حريق,حرائق|火災,火事,出火|화재,소방|火灾,火災,大火,消防
explosion,explosions,blast,exploded|explosion,explosionen,detonation|explosion,explosions|explosión,explosiones|explosão,explosões|взрыв,взрыва,взрывы|انفجار,انفجارات|爆発|폭발|爆炸
bomb,bombs,bombing,bombings|bombe,bomben,bombenanschlag|bombe,bombes,attentat à la bombe|bomba,bombas|bomba,bombas|бомба,бомбы,бомбу|قنبلة,قنابل|爆弾|폭탄|炸弹,炸彈
volcano,eruption,volcanic|vulkan,vulkanausbruch|volcan,éruption|volcán,erupción|vulcão,erupção|вулкан,извержение|بركان|火山,噴火|화산|火山
landslide,landslides,mudslide|erdrutsch,erdrutsche|glissement de terrain|deslizamiento,deslave|deslizamento,deslizamentos|оползень,сель|انهيار أرضي|土砂崩れ|산사태|山体滑坡,山體滑坡,泥石流
rescue,rescued,rescuers|rettung,retter,gerettet|secours,sauveteurs,sauvetage|rescate,rescatados,rescatistas|resgate,resgatados|спасатели,спасение|إنقاذ,الإنقاذ|救助,救出|구조|救援,营救,營救
evacuate,evacuated,evacuation|evakuierung,evakuiert|évacuation,évacués|evacuación,evacuados|evacuação,retirados|эвакуация,эвакуировали|إجلاء,إخلاء|避難|대피|疏散,撤离,撤離
police,policeman,policemen|polizei,polizist,polizisten|police,policier,policiers,gendarmerie|policía,policías,policial|polícia,policiais,policial|полиция,полицейские,полиции|شرطة,الشرطة|警察,警官|경찰|警察,警方
arrest,arrested,arrests|festnahme,festgenommen,verhaftet,verhaftung|arrestation,arrêté,interpellé,interpellés|detenido,detenidos,detención,arrestado|preso,presos,prisão,detido,detidos|арест,арестован,задержан,задержали|اعتقال,اعتقلت,القبض,توقيف|逮捕|체포|逮捕,拘捕
murder,murdered,homicide|mord,mordes,totschlag,ermordet|meurtre,assassinat,homicide|asesinato,homicidio,asesinado|assassinato,homicídio|убийство,убийства|جريمة قتل,القتل|殺人,殺害|살인,살해|谋杀,謀殺,凶杀,杀人,殺人
knife,stabbed,stabbing|messer,messerangriff,messerattacke|couteau,poignardé|cuchillo,apuñalado|faca,esfaqueado|нож,ножом|سكين,طعن|刃物,ナイフ|흉기|持刀
gun,guns,gunman,shooting,shot,gunfire|schüsse,schießerei,schütze,waffe,waffen|fusillade,tireur,arme à feu|tiroteo,disparos,pistola|tiroteio,disparos,arma de fogo|стрельба,стрелок,оружие|إطلاق نار,إطلاق النار,مسلح|銃撃,発砲|총격,총기|枪击,槍擊,枪手,槍手
robbery,robbed,burglary,theft,stolen|raub,überfall,diebstahl,einbruch|vol,braquage,cambriolage|robo,atraco,hurto|roubo,assalto,furto|ограбление,кража,кражи|سرقة,سطو|強盗,窃盗|강도,절도|抢劫,搶劫,盗窃,盜竊
suspect,suspects|verdächtiger,verdächtige,tatverdächtige|suspect,suspects|sospechoso,sospechosos|suspeito,suspeitos|подозреваемый|مشتبه,المشتبه|容疑者|용의자|嫌疑人,嫌犯,嫌疑犯
victim,victims|opfer|victime,victimes|víctima,víctimas|vítima,vítimas|жертва,жертвы,пострадавшие|ضحية,ضحايا|被害者,犠牲者|피해자,희생자|受害者,遇难者,罹難者
court,courts,tribunal|gericht,gerichts,landgericht,amtsgericht|tribunal,cour,cour d'appel|tribunal,corte,juzgado|tribunal,corte|суд,суда,суде,судом|محكمة,المحكمة|裁判所,地裁,高裁|법원,재판부|法院,法庭
judge,judges|richter,richterin|juge,juges|juez,jueza,jueces|juiz,juíza,juízes|судья,судьи|قاضي,القاضي,قاض|裁判官,判事|판사|法官
trial|prozess|procès|juicio|julgamento|судебный процесс,процесс|محاكمة|裁判,公判|재판|审判,審判,庭审,受审
verdict,sentence,sentenced,convicted|urteil,verurteilt|condamné,condamnation,verdict|condena,condenado,sentencia|condenação,condenado,sentença|приговор,приговорен|حكم,إدانة,الحكم|判決,有罪|판결,유죄|判决,判決,判处,定罪
prosecutor,prosecutors,prosecution|staatsanwalt,staatsanwaltschaft|procureur,parquet|fiscal,fiscalía|promotor,procuradoria,ministério público|прокурор,прокуратура|النيابة,المدعي العام,المدعي|検察,検事|검찰,검사|检察,檢察,检方,檢方
lawyer,lawyers,attorney|anwalt,rechtsanwalt,anwältin|avocat,avocats,avocate|abogado,abogados,abogada|advogado,advogados,advogada|адвокат,адвоката|محامي,محام,المحامي|弁護士|변호사|律师,律師
prison,jail,jailed,inmates|gefängnis,haft,haftstrafe|prison,détenus|prisión,cárcel,presos|cadeia,penitenciária,presídio|тюрьма,тюрьмы,тюрьме,колония|سجن,السجن|刑務所,懲役,拘置|교도소,징역,감옥|监狱,監獄,监禁
crime,criminal,crimes|verbrechen,straftat,kriminalität|crime,crimes,criminalité|crimen,delito,delitos,criminal|crime,crimes,criminoso|преступление,преступник|جريمة,جرائم|犯罪|범죄|犯罪,罪行
corruption,bribery,bribe,bribes|korruption,bestechung|corruption,pot-de-vin|corrupción,soborno,sobornos|corrupção,propina,suborno|коррупция,взятка,взятки|فساد,رشوة|汚職,贈賄,収賄|부패,뇌물,비리|腐败,腐敗,贪污,受贿,贿赂
fraud,scam|betrug,betrüger|fraude,escroquerie|fraude,estafa|fraude,golpe|мошенничество|احتيال,الاحتيال|詐欺|사기|欺诈,詐欺,诈骗,詐騙
drugs,drug,cocaine|drogen,kokain|drogue,stupéfiants,cocaïne|drogas,droga,cocaína|drogas,droga,cocaína|наркотики,кокаин|مخدرات,المخدرات|麻薬,薬物,コカイン|마약|毒品,可卡因
rape,sexual assault,sexually|vergewaltigung,missbrauch,sexuell|viol,viols,agression sexuelle,sexuelles|violación,abuso sexual,sexual|estupro,abuso sexual,sexual|изнасилование,сексуальный|اغتصاب,جنسي,الجنسي|性的,強姦,性暴力|성폭행,성폭력,성추행|强奸,強姦,性侵,性骚扰
harassment,metoo|belästigung|harcèlement|acoso|assédio|домогательство|تحرش|セクハラ,嫌がらせ,ハラスメント|괴롭힘,성희롱|骚扰,騷擾
terror,terrorist,terrorism,terrorists|terror,terrorist,terroranschlag,terrorismus|terrorisme,terroriste,attentat|terrorismo,terrorista,atentado|terrorismo,terrorista,atentado|террор,террорист,теракт|إرهاب,إرهابي,الإرهاب|テロ|테러|恐怖主义,恐怖分子,恐怖襲擊,恐怖袭击
kidnap,kidnapped,hostage,hostages,abducted|entführung,entführt,geisel,geiseln|enlèvement,otage,otages|secuestro,secuestrado,rehén,rehenes|sequestro,refém,reféns|похищение,заложник,заложники|خطف,اختطاف,رهائن,رهينة|誘拐,人質,拉致|납치,인질|绑架,綁架,人质,人質
killed,died,dead,death,deaths|tote,toten,getötet,gestorben,tod|mort,morts,tué,tués,décès|muerto,muertos,muerte,murió|morto,mortos,morte,morreu|погиб,погибли,погибших,смерть,умер|قتل,مقتل,وفاة,قتلى,مصرع|死亡,死者,死去|사망,숨져,숨진|死亡,丧生,喪生,身亡,遇难,遇難
injured,injuries,wounded|verletzt,verletzte,verletzten|blessé,blessés|herido,heridos|ferido,feridos|ранены,раненых,пострадали|جرحى,إصابة,جريح,أصيب|負傷,けが,重傷|부상,다쳐,다친|受伤,受傷
suicide|selbstmord,suizid|suicide|suicidio|suicídio|самоубийство|انتحار|自殺|자살|自杀,自殺
accident,accidents,crash,crashed,collision|unfall,unglück,zusammenstoß,absturz|accident,collision,crash|accidente,choque,colisión|acidente,colisão|авария,дтп,столкновение|حادث,حادثة,تصادم,تحطم|事故,衝突,墜落|사고,충돌,추락|事故,车祸,車禍,坠毁,墜毀,相撞
car,cars,vehicle,vehicles|auto,autos,fahrzeug,wagen|voiture,voitures,véhicule,véhicules|coche,coches,auto,vehículo,vehículos|carro,carros,veículo,veículos|автомобиль,машина,машины|سيارة,سيارات|自動車,乗用車,車両|자동차,차량,승용차|汽车,汽車,车辆,車輛,轿车
bus,buses|bus,busse,bussen|bus,autobus,autocar|autobús,autobuses,colectivo|ônibus,autocarro|автобус,автобуса|حافلة,حافلات|バス|버스|巴士,公交,大巴,公車
train,trains,railway,rail|zug,züge,bahn,eisenbahn|train,trains,ferroviaire|tren,trenes,ferroviario|trem,trens,comboio|поезд,поезда,железная дорога|قطار,قطارات|列車,電車,鉄道|열차,기차,철도|火车,火車,列车,列車,铁路,鐵路
plane,aircraft,flight,flights,jet|flugzeug,flugzeuge,flug,flüge|avion,avions,vol,vols|avión,aviones,vuelo,vuelos|avião,aviões,voo,voos|самолет,самолёт,рейс|طائرة,طائرات,رحلة جوية|飛行機,航空機,旅客機|비행기,항공기,여객기|飞机,飛機,航班,客机
airport,airports|flughafen|aéroport,aéroports|aeropuerto|aeroporto|аэропорт|مطار|空港|공항|机场,機場
airline,airlines|fluggesellschaft,airline|compagnie aérienne|aerolínea,aerolíneas|companhia aérea|авиакомпания|شركة طيران,الخطوط الجوية|航空会社|항공사|航空公司
helicopter|hubschrauber,helikopter|hélicoptère|helicóptero|helicóptero|вертолет,вертолёт|مروحية,هليكوبتر|ヘリコプター,ヘリ|헬기,헬리콥터|直升机,直升機
ship,ships,boat,boats,vessel,ferry|schiff,schiffe,boot,boote,fähre|navire,navires,bateau,bateaux,ferry|barco,barcos,buque,lancha|navio,navios,barco,barcos|корабль,судно,лодка,паром|سفينة,سفن,قارب,قوارب|船舶,フェリー|선박,여객선,보트|船只,船隻,轮船,渡轮
road,highway,motorway,traffic|straße,autobahn,verkehr|route,autoroute,circulation|carretera,autopista,tráfico|estrada,rodovia,trânsito|дорога,шоссе,трасса|طريق,طرق,مرور|道路,高速道路|도로,고속도로|公路,道路,高速公路
driver,drivers|fahrer|conducteur,chauffeur|conductor|motorista|водитель|سائق|運転手|운전자,운전사|司机,司機
bicycle,cyclist,bike,motorcycle,motorbike|fahrrad,radfahrer,motorrad|vélo,cycliste,moto|bicicleta,ciclista,moto,motocicleta|bicicleta,ciclista,moto,motocicleta|велосипед,мотоцикл|دراجة|自転車,バイク,オートバイ|자전거,오토바이|自行车,單車,摩托
bridge,bridges|brücke|pont,ponts|puente|ponte|мост,моста,мосту|جسر||다리,대교,교량|大桥
hospital,hospitals|krankenhaus,klinik|hôpital,hôpitaux|hospital,hospitales|hospital,hospitais|больница,госпиталь|مستشفى,المستشفى|病院|병원|医院,醫院
doctor,doctors,physician|arzt,ärzte,ärztin|médecin,médecins,docteur|médico,médicos|médico,médicos|врач,врачи,врачей|طبيب,أطباء,الأطباء|医師,医者|의사|医生,醫生,醫師,医师
nurse,nurses|krankenschwester,pflegekräfte,pfleger|infirmière,infirmier,infirmiers|enfermera,enfermero|enfermeira,enfermeiro|медсестра|ممرضة,ممرض,تمريض|看護師|간호사|护士,護士
patient,patients|patient,patienten|patient,patients|paciente,pacientes|paciente,pacientes|пациент|مريض,مرضى,المرضى|患者|환자|患者,病人
health|gesundheit,gesundheitswesen|santé|salud|saúde|здоровье,здравоохранение|صحة,الصحة,الصحية|健康,保健,医療|건강,보건,의료|健康,卫生,衛生,医疗
disease,diseases,illness|krankheit,krankheiten|maladie,maladies|enfermedad,enfermedades|doença,doenças|болезнь,заболевание|مرض,أمراض|病気,疾患,感染症|질병,질환|疾病
virus,coronavirus,covid|virus,coronavirus,corona|virus,coronavirus|virus,coronavirus|vírus,coronavírus|вирус,коронавирус|فيروس,كورونا|ウイルス,コロナ|바이러스,코로나|病毒,新冠
infected,infection,infections|infiziert,infektion,infektionen,ansteckung|infecté,infection,contamination|infectado,infección,contagio,contagios|infectado,infecção,contágio|заражение,инфекция|إصابات,عدوى|感染|감염,확진|感染,确诊,確診
vaccine,vaccines,vaccination|impfstoff,impfung,geimpft|vaccin,vaccins,vaccination|vacuna,vacunas,vacunación|vacina,vacinas,vacinação|вакцина,прививка,вакцинация|لقاح,لقاحات,تطعيم|ワクチン,接種|백신,접종|疫苗,接种,接種
cancer|krebs|cancer|cáncer|câncer,cancro|рак,рака,онкология|سرطان|がん||癌症
drug,medicine,medication,pharmaceutical|medikament,arzneimittel,medikamente|médicament,médicaments|medicamento,medicamentos,fármaco|medicamento,medicamentos,remédio|лекарство,препарат|دواء,أدوية|医薬品,治療薬|약물,의약품|药物,藥物,药品
pregnant,pregnancy,abortion|schwanger,schwangerschaft,abtreibung|enceinte,grossesse,avortement|embarazo,embarazada,aborto|gravidez,grávida,aborto|беременность,беременная,аборт|حمل,حامل,إجهاض|妊娠,中絶|임신,낙태|怀孕,懷孕,堕胎
baby,babies,newborn|baby,babys,säugling|bébé,bébés|bebé,bebés|bebê,bebês,bebé|младенец|رضيع,طفل رضيع|赤ちゃん,乳児|아기,신생아,영아|婴儿,嬰兒
child,children,kids|kind,kinder,kindern|enfant,enfants|niño,niños,niña,niñas|criança,crianças|ребенок,ребёнок,дети,детей|طفل,أطفال,الأطفال|子供,子ども,児童|아이,아동,어린이,아이들|儿童,兒童,孩子
mother,mom|mutter|mère|madre|mãe|мать,матери|أم,الأم,والدة,أمهات|母親|어머니,엄마|母亲,母親
father,dad|vater|père|padre|pai|отец,отца|أب,الأب,والد,والده|父親|아버지,아빠|父亲,父親
daughter,daughters|tochter,töchter|fille|hija|filha|дочь,дочери|ابنة,ابنته,ابنتها,ابنتي|||女儿,女兒
wife,husband,spouse|ehefrau,ehemann|épouse,mari|esposa,esposo,marido|esposa,marido|жена,жены,муж,мужа|زوجة,زوجته,زوج,زوجها||아내,남편|妻子,丈夫
marriage,wedding,married|hochzeit,heirat,verheiratet|mariage,noces|boda,matrimonio|casamento|свадьба,брак|زواج,زفاف|結婚|결혼|婚礼,婚禮,结婚,結婚,婚姻
divorce,divorced|scheidung,geschieden|divorce|divorcio|divórcio|развод,развода|طلاق|離婚|이혼|离婚,離婚
women,woman,female|frau,frauen|femme,femmes|mujer,mujeres|mulher,mulheres|женщина,женщины,женщин|امرأة,نساء,النساء,المرأة|女性|여성,여자|女性,女子,妇女,婦女
student,students,pupils|schüler,student,studenten,studierende|étudiant,étudiants,élève,élèves|estudiante,estudiantes,alumno,alumnos|estudante,estudantes,aluno,alunos|студент,студенты,школьник,ученик|طالب,طلاب,الطلاب,تلاميذ|学生,生徒|학생,대학생|学生,學生
teacher,teachers|lehrer,lehrerin|enseignant,enseignants,professeur|maestro,maestra,profesor,profesores,docente|professor,professora,professores|учитель,преподаватель|معلم,مدرس,المعلمين|教師,教員|교사,선생|教师,教師,老师,老師
school,schools|schule,schulen|école,écoles,lycée,collège|escuela,escuelas,colegio,colegios|escola,escolas|школа,школы,школе|مدرسة,مدارس,المدرسة|学校,高校|학교,고등학교|学校,學校
university,universities,college,campus|universität,hochschule,uni|université,universités|universidad,universidades|universidade,universidades|университет,вуз|جامعة,الجامعة,جامعات|大学|대학,대학교|大学,大學
study,researchers,scientists,research|studie,forscher,wissenschaftler,forschung|étude,chercheurs,scientifiques|estudio,investigadores,científicos|estudo,pesquisadores,cientistas|исследование,ученые,учёные|دراسة,باحثون,باحثين,علماء|研究,科学者|연구,연구팀,과학자|研究,科学家,科學家
president,presidential|präsident,präsidentin,bundespräsident|président,présidente,présidentiel|presidente,presidenta,presidencial|presidente,presidencial|президент,президента|رئيس,الرئيس,رئاسية,الرئاسة|大統領|대통령|总统,總統
prime minister,premier,premiers|ministerpräsident,premierminister,premier|premier ministre,première ministre|primer ministro,primera ministra|primeiro-ministro,primeira-ministra|премьер-министр,премьер|رئيس الوزراء,رئيسة الوزراء|首相,総理|총리|总理,總理,首相
minister,ministers,ministry|minister,ministerin,ministerium|ministre,ministres,ministère|ministro,ministra,ministerio|ministro,ministra,ministério|министр,министра,министерство|وزير,وزارة,وزراء|大臣,閣僚,外相|장관,부처|部长,部長,大臣
government,governments|regierung,bundesregierung|gouvernement|gobierno|governo|правительство|حكومة,الحكومة|政府|정부|政府
parliament,parliamentary,lawmakers|parlament,bundestag,abgeordnete|parlement,députés,assemblée nationale|parlamento,diputados|parlamento,deputados|парламент,депутаты|برلمان,البرلمان,نواب|議会,国会|의회,국회|议会,議會,国会,國會
senate,senator,senators|senat,senator,senatoren|sénat,sénateur,sénateurs|senado,senador,senadores|senado,senador,senadores|сенат,сенатор|مجلس الشيوخ,سيناتور|上院|상원|参议院,參議院,参议员,參議員
congress,congressional|kongress|congrès|congreso|congresso|конгресс|كونغرس,الكونغرس,الكونجرس|米議会,連邦議会|의회|国会,國會
election,elections,electoral|wahl,wahlen,bundestagswahl,landtagswahl|élection,élections,électoral|elección,elecciones,electoral,comicios|eleição,eleições,eleitoral|выборы,выборов,выборах|انتخابات,الانتخابات,انتخاب|選挙|선거,총선,대선|选举,選舉,大选,大選
vote,votes,voted,voters,ballot|stimmen,wähler,abstimmung|vote,votes,électeurs,scrutin|voto,votos,votación,votantes|voto,votos,votação,eleitores|голосование,голоса,избиратели|تصويت,التصويت,الناخبين,أصوات|投票,有権者|투표,유권자|投票,选民,選民
referendum|referendum,volksabstimmung|référendum|referéndum|referendo|референдум|استفتاء,الاستفتاء|国民投票,住民投票|국민투표,주민투표|公投,全民公决
party,parties|partei,parteien|parti,partis|partido,partidos|partido,partidos|партия,партии|حزب,الحزب,أحزاب|政党|정당|政党,政黨
democrat,democrats,democratic|demokraten,demokratische,demokrat|démocrate,démocrates|demócrata,demócratas|democrata,democratas|демократы,демократ|ديمقراطي,الديمقراطي,الديمقراطيين,الديمقراطية|民主党|민주당|民主党,民主黨
republican,republicans,gop|republikaner,republikanische|républicain,républicains|republicano,republicanos|republicano,republicanos|республиканцы,республиканец|جمهوري,الجمهوري,الجمهوريين|共和党|공화당|共和党,共和黨
conservative,conservatives,tory,tories|konservative,konservativen|conservateur,conservateurs|conservador,conservadores|conservador,conservadores|консерваторы,консервативная|محافظ,المحافظين|保守党,保守派|보수당,보수|保守党,保守黨,保守派
opposition|opposition,oppositions|opposition|oposición|oposição|оппозиция|معارضة,المعارضة|野党|야당|反对党,反對黨,在野
coalition|koalition|coalition|coalición|coalizão,coligação|коалиция|ائتلاف,تحالف|連立,連合|연정,연합|联盟,聯盟,联合政府
mayor|bürgermeister,oberbürgermeister,bürgermeisterin|maire|alcalde,alcaldesa|prefeito,prefeita|мэр,мэра|عمدة,رئيس بلدية|市長|시장|市长,市長
governor|gouverneur|gouverneur|gobernador,gobernadora|governador,governadora|губернатор|حاكم,محافظ|知事|주지사,도지사|州长,州長,省长
king,queen,prince,princess,royal|könig,königin,prinz,prinzessin|roi,reine,prince,princesse,royal|rey,reina,príncipe,princesa|rei,rainha,príncipe,princesa|король,королева,принц|ملك,الملك,ملكة,الأمير,أمير|国王,女王,王子,王室|국왕,여왕,왕자,왕실|国王,國王,女王,王子,王室
pope,vatican,bishop,church|papst,vatikan,bischof,kirche|pape,vatican,évêque,église|papa,vaticano,obispo,iglesia|papa,vaticano,bispo,igreja|папа римский,ватикан,церковь,епископ|بابا,الفاتيكان,كنيسة,أسقف|教皇,法王,教会,司教|교황,교회,주교|教皇,教宗,教会,教會,主教
muslim,muslims,islam,islamic,mosque|muslime,islam,moschee|musulman,musulmans,islam,mosquée|musulmán,musulmanes,islam,mezquita|muçulmano,muçulmanos,islã,mesquita|мусульмане,ислам,мечеть|مسلم,مسلمين,إسلامي,الإسلام,مسجد|イスラム,モスク|이슬람,무슬림|穆斯林,伊斯兰,伊斯蘭,清真寺
jewish,jews,synagogue,antisemitism|juden,jüdisch,jüdische,synagoge|juif,juifs,synagogue|judío,judíos,sinagoga|judeu,judeus,sinagoga|евреи,еврейский,синагога|يهود,يهودي,اليهود|ユダヤ|유대인|犹太,猶太
resign,resigned,resignation,resigns|rücktritt,zurückgetreten|démission,démissionné|dimisión,renuncia,dimite|renúncia,demissão|отставка,отставку|استقالة,استقال|辞任,辞職|사임,사퇴|辞职,辭職
impeachment,impeach|amtsenthebung,impeachment|destitution|destitución,juicio político|impeachment|импичмент|عزل|弾劾|탄핵|弹劾,彈劾
law,legislation,bill|gesetz,gesetze,gesetzentwurf|loi,lois,projet de loi|ley,leyes,proyecto de ley|lei,leis,projeto de lei|закон,закона,законопроект|قانون,القانون,مشروع قانون|法案,法律|법안,법률|法案,法律
constitution,constitutional|verfassung,grundgesetz|constitution,constitutionnel|constitución,constitucional|constituição,constitucional|конституция|دستور,الدستور,الدستورية|憲法|헌법|宪法,憲法
supreme court|oberster gerichtshof,supreme court|cour suprême|tribunal supremo,corte suprema|supremo tribunal,suprema corte|верховный суд|المحكمة العليا|最高裁|대법원|最高法院
protest,protests,protesters,demonstrators,demonstration|protest,proteste,demonstranten,demonstration|manifestation,manifestants,protestation|protesta,protestas,manifestantes,manifestación|protesto,protestos,manifestantes,manifestação|протест,протесты,митинг|احتجاج,احتجاجات,متظاهرين,مظاهرة|抗議,デモ|시위,항의|抗议,抗議,示威
strike,strikes,strikers|streik,streiks,warnstreik|grève,grèves,grévistes|huelga,huelgas|greve,greves|забастовка|إضراب|ストライキ|파업|罢工,罷工
union,unions|gewerkschaft,gewerkschaften|syndicat,syndicats|sindicato,sindicatos|sindicato,sindicatos|профсоюз|نقابة,نقابات|労働組合,労組|노조,노동조합|工会,工會
human rights,rights|menschenrechte,rechte|droits de l'homme,droits|derechos humanos,derechos|direitos humanos,direitos|права человека|حقوق الإنسان,حقوق|人権|인권|人权,人權
refugee,refugees,asylum|flüchtling,flüchtlinge,asyl|réfugié,réfugiés,asile|refugiado,refugiados,asilo|refugiado,refugiados,asilo|беженцы,беженцев,убежище|لاجئ,لاجئين,اللاجئين,لجوء|難民,亡命|난민,망명|难民,難民,庇护,庇護
migrant,migrants,immigration,immigrants|migranten,einwanderung,migration,zuwanderung|migrant,migrants,immigration,immigrés|migrante,migrantes,inmigración,inmigrantes|migrante,migrantes,imigração,imigrantes|мигранты,миграция,иммиграция|مهاجر,مهاجرين,المهاجرين,الهجرة,هجرة|移民|이민,이민자,이주민|移民
border,borders|grenze,grenzen|frontière,frontières|frontera,fronteras|fronteira,fronteiras|граница,границы,границе|حدود,الحدود|国境|국경|边境,邊境,边界,邊界
war,wars|krieg,kriege,krieges|guerre,guerres|guerra,guerras|guerra,guerras|война,войны,войне|حرب,الحرب,حروب|戦争|전쟁|战争,戰爭
army,military,troops,soldiers,soldier|armee,militär,soldaten,soldat,bundeswehr|armée,militaire,militaires,soldats,soldat|ejército,militar,militares,soldados|exército,militar,militares,soldados|армия,военные,солдаты,военный|جيش,الجيش,جنود,عسكري,عسكرية|軍隊,軍事,兵士|군대,군사,군인,병사|军队,軍隊,军事,軍事,士兵
navy,naval,warship|marine,kriegsschiff|marine,navire de guerre|armada,marina,buque de guerra|marinha,navio de guerra|флот,флота,вмс|بحرية,البحرية|海軍,艦船|해군,군함|海军,海軍,军舰,軍艦
missile,missiles,rocket,rockets|rakete,raketen,raketenangriff|missile,missiles,roquette,fusée|misil,misiles,cohete|míssil,mísseis,foguete|ракета,ракеты,ракетный|صاروخ,صواريخ|ミサイル,ロケット|미사일,로켓|导弹,導彈,飞弹,飛彈,火箭
drone,drones|drohne,drohnen|drone,drones|dron,drones|drone,drones|беспилотник,дрон,дроны|مسيرة,طائرة مسيرة,درون|ドローン,無人機|드론,무인기|无人机,無人機
nuclear,denuclearization,atomic|atom,atomwaffen,nuklear,kernkraft,atomkraft|nucléaire,nucléaires|nuclear,nucleares|nuclear,nucleares|ядерный,ядерное,ядерного|نووي,النووي,نووية,النووية|原子力,原発|비핵화,원전|核武,核电
weapons,weapon,arms|waffen,rüstung|armes,armement|armas,armamento|armas,armamento|оружие,вооружение|أسلحة,سلاح|兵器,武器|무기|武器
attack,attacks,attacked|angriff,angriffe,anschlag,attacke|attaque,attaques|ataque,ataques|ataque,ataques|атака,атаки,нападение,удар|هجوم,هجمات|攻撃,襲撃|공격,습격|袭击,襲擊,攻击,攻擊
ceasefire,truce|waffenruhe,waffenstillstand,feuerpause|cessez-le-feu,trêve|alto el fuego,tregua|cessar-fogo,trégua|перемирие,прекращение огня|وقف إطلاق النار,هدنة|停戦,休戦|휴전,정전|停火
peace|frieden,friedens|paix|paz|paz|мир,мирный,мирные|سلام,السلام|和平,平和|평화|和平
rebels,insurgents,militants,militia|rebellen,milizen,aufständische|rebelles,insurgés,milice|rebeldes,insurgentes,milicia|rebeldes,insurgentes,milícia|повстанцы,боевики|متمردين,المتمردين,مسلحين,ميليشيا|反政府勢力,武装勢力,民兵|반군,무장세력|叛军,叛軍,武装分子,民兵
coup|putsch,staatsstreich|coup d'état,putsch|golpe de estado|golpe de estado|переворот|انقلاب|クーデター|쿠데타|政变,政變
sanctions,sanction|sanktionen|sanctions|sanciones|sanções|санкции,санкций|عقوبات|制裁|제재|制裁
treaty,agreement,deal,accord|abkommen,vertrag,vereinbarung|accord,traité|acuerdo,tratado|acordo,tratado|соглашение,договор,сделка|اتفاق,اتفاقية,معاهدة,صفقة|協定,合意,条約|합의,협정,조약|协议,協議,协定,協定,条约
talks,negotiations,summit|verhandlungen,gespräche,gipfel,gipfeltreffen|négociations,pourparlers,sommet|negociaciones,diálogo,cumbre|negociações,cúpula,cimeira|переговоры,саммит|محادثات,مفاوضات,قمة|交渉,会談,首脳会談|회담,협상,정상회담|谈判,談判,会谈,會談,峰会,峰會
ambassador,embassy,diplomat,diplomats,diplomatic|botschafter,botschaft,diplomaten,diplomat|ambassadeur,ambassade,diplomate,diplomates|embajador,embajada,diplomático|embaixador,embaixada,diplomata|посол,посольство,дипломат|سفير,سفارة,دبلوماسي,دبلوماسية|大使,大使館,外交|대사,대사관,외교|大使,大使馆,大使館,外交
spy,spies,espionage,intelligence|spion,spionage,geheimdienst|espion,espionnage,renseignement|espía,espionaje,inteligencia|espião,espionagem|шпион,разведка|جاسوس,تجسس,استخبارات|スパイ,情報機関,諜報|간첩,스파이,정보기관|间谍,間諜,情报
hacker,hackers,hacked,cyber,cyberattack|hacker,hackerangriff,cyberangriff|pirate informatique,hackers,cyberattaque|hacker,hackers,ciberataque|hacker,hackers,ciberataque|хакер,хакеры,кибератака|قراصنة,اختراق,سيبراني|ハッカー,サイバー|해커,해킹,사이버|黑客,駭客,网络攻击
economy,economic,gdp,recession|wirtschaft,konjunktur,rezession|économie,économique,croissance|economía,económico,económica,recesión|economia,econômico,econômica,recessão|экономика,экономики,ввп|اقتصاد,الاقتصاد,اقتصادي,الاقتصادي|経済,景気|경제,경기침체|经济,經濟
inflation|inflation,teuerung|inflation|inflación|inflação|инфляция|تضخم,التضخم|インフレ,物価|물가,인플레이션|通胀,通脹,通货膨胀,物价
tax,taxes|steuer,steuern|impôt,impôts,taxe,taxes|impuesto,impuestos|imposto,impostos|налог,налоги|ضريبة,ضرائب,الضرائب|税金,増税,減税|세금,증세|税收,稅收,征税
tariff,tariffs|zölle,zoll|droits de douane,tarifs douaniers|arancel,aranceles|tarifa,tarifas|пошлина,пошлины|رسوم جمركية,تعريفات|関税|관세|关税,關稅
trade,exports,imports|handel,exporte,importe|commerce,exportations,importations|comercio,exportaciones,importaciones|comércio,exportações,importações|торговля,экспорт,импорт|تجارة,التجارة,صادرات,واردات|貿易,輸出,輸入|무역,수출,수입|贸易,貿易,出口,进口,進口
bank,banks,banking|bank,banken,sparkasse|banque,banques,bancaire|banco,bancos|banco,bancos|банк,банка,банки|بنك,مصرف,البنك,بنوك|銀行|은행|银行,銀行
central bank,interest rate,interest rates,rate hike,rate cut|zentralbank,leitzins,zinsen|banque centrale,taux d'intérêt|banco central,tipos de interés,tasa de interés|banco central,taxa de juros,juros|центробанк,ключевая ставка|البنك المركزي,أسعار الفائدة,الفائدة|中央銀行,金利,日銀|중앙은행,금리,기준금리|央行,利率,加息,降息
shares,stock,stocks,shareholders|aktie,aktien,börse,aktionäre|actions,bourse,actionnaires|acciones,bolsa,accionistas|ações,bolsa,acionistas|акции,биржа,акционеры|أسهم,بورصة,الأسهم|株価,株式,株主|주식,주가,증시,주주|股票,股价,股價,股市,股东
investor,investors,investment|investor,investoren,investition,anleger|investisseur,investisseurs,investissement|inversor,inversores,inversión|investidor,investidores,investimento|инвестор,инвестиции|مستثمر,مستثمرين,استثمار,الاستثمار|投資|투자,투자자|投资,投資
company,companies,firm,corporation|unternehmen,firma,konzern|entreprise,entreprises,société,groupe|empresa,empresas,compañía|empresa,empresas,companhia|компания,компании|شركة,شركات,الشركة|企業,会社|기업,회사|公司,企业,企業
merger,acquisition,takeover|fusion,übernahme|fusion,rachat,acquisition|fusión,adquisición,opa|fusão,aquisição|слияние,поглощение|اندماج,استحواذ|合併,買収|합병,인수|合并,合併,收购,收購
profit,profits,earnings,revenue|gewinn,umsatz,quartalszahlen|bénéfice,bénéfices,chiffre d'affaires|beneficio,beneficios,ganancias,ingresos|lucro,lucros,receita|прибыль,выручка|أرباح,إيرادات|利益,売上,黒字|이익,매출,실적|利润,利潤,营收,營收,收入
bankruptcy,bankrupt,insolvency|insolvenz,pleite,konkurs|faillite|quiebra,bancarrota|falência,recuperação judicial|банкротство|إفلاس|破産,倒産|파산|破产,破產
jobs,unemployment,workers,layoffs|arbeitsplätze,arbeitslosigkeit,beschäftigte,stellenabbau|emplois,chômage,licenciements,salariés|empleo,desempleo,despidos,trabajadores|emprego,desemprego,demissões,trabalhadores|безработица,работники,увольнения|وظائف,بطالة,عمال,العمال|雇用,失業,労働者|일자리,실업,해고,근로자|就业,就業,失业,失業,裁员,工人
pension,pensions,retirement|rente,renten,rentner|retraite,retraites|pensión,pensiones,jubilación|aposentadoria,pensão|пенсия,пенсии|تقاعد,معاش|年金,退職|연금,은퇴|养老金,退休金,退休
wages,salary,pay rise|lohn,löhne,gehalt,gehälter|salaire,salaires|salario,salarios,sueldo|salário,salários|зарплата,зарплаты|أجور,راتب,رواتب|賃金,給料|임금,급여|工资,薪資,薪水
housing,rent,homes,mortgage|wohnung,wohnungen,miete,mieten|logement,logements,loyer,loyers|vivienda,viviendas,alquiler|habitação,moradia,aluguel|жилье,жильё,аренда,ипотека|إسكان,سكن,إيجار|住宅,家賃|주택,임대,부동산|住房,房价,房租,房屋
homeless,poverty|obdachlos,obdachlose,armut|sans-abri,pauvreté|pobreza,sin hogar|pobreza,sem-teto|бедность,бездомные|فقر,الفقر,مشردين|貧困,ホームレス|빈곤,노숙자|贫困,貧困,贫穷,无家可归
oil,crude,petroleum,opec|öl,erdöl,ölpreis|pétrole,baril|petróleo,crudo|petróleo|нефть,нефти|نفط,النفط|原油,石油|원유,석유|原油,石油
gas,natural gas|erdgas,gas|gaz|gas,gas natural|gás|газ,газа|غاز,الغاز|天然ガス,ガス|가스|天然气,天然氣
electricity,power,energy|strom,energie|électricité,énergie|electricidad,energía|eletricidade,energia|электричество,энергия,энергетика|كهرباء,طاقة,الطاقة|電力,エネルギー|전력,에너지,전기|电力,電力,能源
solar,wind power,renewable|solar,windkraft,erneuerbare|solaire,éolien,renouvelables|solar,eólica,renovables|solar,eólica,renováveis|солнечная,возобновляемые|شمسية,متجددة|太陽光,再生可能|태양광,재생에너지|太阳能,太陽能,可再生
pollution,emissions,carbon|verschmutzung,emissionen,co2|pollution,émissions|contaminación,emisiones|poluição,emissões|загрязнение,выбросы|تلوث,انبعاثات|汚染,排出,温室効果|오염,배출,탄소|污染,排放
water|wasser|eau|agua|água|вода,воды,воду|مياه,المياه,ماء|水道|수돗물|
food,restaurant,restaurants|lebensmittel,restaurant,essen|alimentaire,restaurant,restaurants|alimentos,restaurante,restaurantes|alimentos,restaurante,restaurantes|ресторан,еда,продукты|طعام,غذاء,مطعم|食品,レストラン|식품,식당,음식,레스토랑|食品,餐厅,餐廳,食物
farmers,agriculture,farm,crops|bauern,landwirtschaft,landwirte|agriculteurs,agriculture|agricultores,agricultura|agricultores,agricultura|фермеры,сельское хозяйство|مزارعين,زراعة,الزراعة|農業,農家|농업,농민|农业,農業,农民,農民
animal,animals,dog,dogs,wildlife|tier,tiere,hund,hunde|animal,animaux,chien,chiens|animal,animales,perro,perros|animal,animais,cachorro,cão|животное,животные,собака|حيوان,حيوانات,كلب|動物|동물|动物,動物
fish,fishing,fishermen,whale,shark|fisch,fische,fischer|poisson,poissons,pêche|pescado,peces,pesca|peixe,peixes,pesca|рыба,рыбы|سمك,صيد,أسماك|漁業|어업,물고기,어선|渔业,漁業
sea,ocean|meer,ozean|mer,océan|mar,océano|mar,oceano|море,моря,океан|بحر,البحر,محيط|海洋|바다,해양|海洋,大海
island,islands|insel,inseln|île,îles|isla,islas|ilha,ilhas|остров,острова|جزيرة,جزر|||岛屿
river|fluss|rivière,fleuve|río|rio|река,реки|نهر|河川||河流
mountain,mountains|berg,berge|montagne,montagnes|montaña,montañas|montanha,montanhas|гора,горы,горах|جبل,جبال||산악|山区
space,nasa,satellite,astronaut,astronauts|weltraum,raumfahrt,satellit,astronaut|espace,satellite,astronaute|espacio,satélite,astronauta|espaço,satélite,astronauta|космос,спутник,космонавт|فضاء,الفضاء,قمر صناعي|宇宙,衛星|우주,위성|太空,卫星,衛星,宇航员
mars,moon,planet|mars,mond,planet|mars,lune,planète|marte,luna,planeta|marte,lua,planeta|марс,луна,планета|المريخ,القمر,كوكب|火星,月面,惑星|화성,행성|火星,月球,行星
internet,online,web|internet,online|internet,en ligne|internet,en línea|internet,on-line|интернет,интернета|إنترنت,الإنترنت|インターネット,ネット|인터넷,온라인|互联网,網路,网络,網絡
social media,social network,social networks|soziale medien,soziale netzwerke|réseaux sociaux|redes sociales|redes sociais|соцсети,социальные сети|التواصل الاجتماعي|ソーシャルメディア,交流サイト|소셜,소셜미디어|社交媒体,社交媒體,社群
smartphone,phone,phones,iphone|smartphone,handy,telefon|smartphone,téléphone|móvil,teléfono,celular|celular,telefone,telemóvel|смартфон,телефон|هاتف,هواتف|スマートフォン,携帯,電話|스마트폰,휴대전화,전화|手机,手機,电话
robot,robots,artificial intelligence|roboter,künstliche intelligenz|robot,robots,intelligence artificielle|robot,robots,inteligencia artificial|robô,robôs,inteligência artificial|робот,искусственный интеллект|روبوت,ذكاء اصطناعي,الذكاء الاصطناعي|ロボット,人工知能|로봇,인공지능|机器人,機器人,人工智能
data,privacy|daten,datenschutz|données,vie privée|datos,privacidad|dados,privacidade|данные,данных|بيانات,خصوصية|個人情報,データ|데이터,개인정보|数据,數據,隐私
television,tv|fernsehen,fernseher|télévision|televisión|televisão|телевидение,телеканал|تلفزيون,التلفزيون|テレビ|텔레비전|电视,電視
film,films,movie,movies,cinema|film,filme,kino|film,films,cinéma|película,películas,cine|filme,filmes,cinema|фильм,кино,фильма|فيلم,أفلام,سينما|映画|영화|电影,電影
actor,actress,hollywood|schauspieler,schauspielerin|acteur,actrice,comédien|actor,actriz|ator,atriz|актер,актриса,актёр|ممثل,ممثلة|俳優,女優|배우|演员,演員
singer,song,songs,album,concert,band|sänger,sängerin,lied,album,konzert|chanteur,chanteuse,chanson,album,concert|cantante,canción,álbum,concierto|cantor,cantora,canção,álbum,show|певец,певица,песня,альбом,концерт|مغني,مغنية,أغنية,ألبوم,حفل|歌手,アルバム,コンサート|가수,앨범,콘서트,노래|歌手,专辑,專輯,演唱会,歌曲
music,musician,musicians|musik,musiker|musique,musicien|música,músico,músicos|música,músico,músicos|музыка,музыкант|موسيقى,الموسيقى,موسيقي|音楽|음악,뮤지션|音乐,音樂
book,books,novel,author,writer|buch,bücher,roman,autor,schriftsteller|livre,livres,roman,écrivain,auteur|libro,libros,novela,escritor,autor|livro,livros,romance,escritor,autor|книга,книги,роман,писатель|كتاب,كتب,رواية,كاتب|小説,作家,著書|소설,작가,도서|小说,小說,作家,书籍
museum,art,painting,artist,exhibition|museum,kunst,gemälde,künstler,ausstellung|musée,art,tableau,artiste,exposition|museo,arte,cuadro,artista,exposición|museu,arte,quadro,artista,exposição|музей,картина,художник,выставка|متحف,فن,لوحة,فنان,معرض|博物館,美術館,絵画,芸術|박물관,미술관,그림,예술|博物馆,博物館,艺术,藝術,画作,展览
statue,monument,memorial|statue,denkmal|statue,monument|estatua,monumento|estátua,monumento|статуя,памятник|تمثال,نصب|記念碑,銅像|동상,기념물,기념비|雕像,纪念碑,紀念碑
fashion,dress|mode,kleid|mode,robe|moda,vestido|moda,vestido|мода,платье|أزياء,موضة,فستان|ファッション,ドレス|패션,드레스|时尚,時尚,时装,服装
prize,award,awards,nobel,oscar|preis,preise,nobelpreis,auszeichnung|prix,récompense|premio,premios,galardón|prêmio,prêmios|премия,премии,награда|جائزة,جوائز|受賞|수상|奖项
olympic,olympics|olympia,olympische|olympique,jeux olympiques|olímpico,olímpicos,olimpiadas|olímpico,olimpíadas|олимпиада,олимпийский|أولمبياد,الأولمبية|五輪,オリンピック|올림픽|奥运,奧運
world cup|weltmeisterschaft,wm|coupe du monde,mondial|mundial,copa del mundo|copa do mundo,mundial|чемпионат мира|كأس العالم,المونديال|ワールドカップ|월드컵|世界杯,世界盃
football,soccer,footballer|fußball,fußballer|football,footballeur|fútbol,futbolista|futebol,futebolista|футбол,футболист|كرة القدم|サッカー|축구|足球
goal,goals,scored|tor,tore,treffer|but,buts,marqué|gol,goles|gol,gols|гол,гола,голы|هدف,أهداف,الهدف|ゴール,得点|득점|进球,進球
match,game,matches|spiel,spiele,partie|match,matchs,rencontre|partido,partidos|partida,jogo|матч,матча,игра|مباراة,مباريات|試合|경기|比赛,比賽
team,club,squad|mannschaft,verein,team|équipe,club|equipo,club|equipe,time,clube|команда,клуб|فريق,نادي|チーム,クラブ|구단,클럽|球队,球隊,俱乐部,俱樂部
coach,manager|trainer,trainerin|entraîneur,sélectionneur|entrenador|treinador,técnico|тренер|مدرب,المدرب|監督,コーチ|감독,코치|教练,教練
player,players,captain|spieler,spielerin|joueur,joueurs,capitaine|jugador,jugadores,capitán|jogador,jogadores,capitão|игрок,игроки,капитан|لاعب,لاعبين,اللاعب,قائد|選手,主将|선수,주장|球员,球員,选手,選手
league,championship,season,cup|liga,meisterschaft,saison,pokal|ligue,championnat,saison,coupe|liga,campeonato,temporada,copa|liga,campeonato,temporada,copa|лига,чемпионат,сезон,кубок|دوري,بطولة,موسم,كأس|リーグ,優勝,選手権|리그,시즌,우승|联赛,聯賽,赛季,賽季,冠军,冠軍
final,semi-final,semifinal|finale,halbfinale|finale,demi-finale|final,semifinal|final,semifinal|финал,полуфинал|نهائي,النهائي,نصف النهائي|決勝,準決勝|결승,준결승|决赛,決賽,半决赛
golf|golf|golf|golf|golfe|гольф|غولف,الجولف|ゴルフ|골프|高尔夫,高爾夫
tennis|tennis|tennis|tenis|tênis|теннис|تنس,التنس|テニス|테니스|网球,網球
basketball,nba|basketball|basket,basketball|baloncesto,básquet|basquete|баскетбол|كرة السلة|バスケットボール|농구|篮球,籃球
baseball,mlb|baseball|baseball|béisbol|beisebol|бейсбол|بيسبول|野球|야구|棒球
rugby|rugby|rugby|rugby|rúgbi|регби|رغبي,الرجبي|ラグビー|럭비|橄榄球,橄欖球
boxing,boxer,ufc,fight|boxen,boxer,kampf|boxe,boxeur,combat|boxeo,boxeador,combate|boxe,boxeador,luta|бокс,боксер,бой|ملاكمة,ملاكم|ボクシング|복싱,권투|拳击,拳擊
formula,racing,race,grand prix|formel,rennen|formule,course,grand prix|fórmula,carrera,gran premio|fórmula,corrida|формула,гонка,гонки|سباق,فورمولا|レース|경주,레이스|赛车,賽車,方程式
doping|doping|dopage|dopaje|doping|допинг|منشطات|ドーピング|도핑|兴奋剂
record,records|rekord,rekorde|record,records|récord|recorde|рекорд|رقم قياسي,قياسي|最高記録,新記録|신기록,역대|纪录,紀錄
tourist,tourists,tourism,hotel|tourist,touristen,tourismus,hotel|touriste,touristes,tourisme,hôtel|turista,turistas,turismo,hotel|turista,turistas,turismo,hotel|турист,туристы,туризм,отель|سياح,سياحة,فندق,سائح|観光,ホテル|관광,호텔,관광객|游客,遊客,旅游,旅遊,酒店
secret,leaked,scandal|geheim,skandal|secret,scandale|secreto,escándalo|segredo,escândalo|скандал,тайна|سري,فضيحة,سرية|秘密,スキャンダル|비밀,스캔들|秘密,丑闻,醜聞
investigation,inquiry,fbi,probe|ermittlungen,untersuchung,ermittler|enquête,enquêteurs|investigación,investigadores|investigação,inquérito|расследование,следствие|تحقيق,تحقيقات,التحقيق|捜査,調査|수사,조사|调查,調查
discrimination,racism,racist|diskriminierung,rassismus,rassistisch|discrimination,racisme,raciste|discriminación,racismo,racista|discriminação,racismo,racista|дискриминация,расизм|تمييز,عنصرية,عنصري|差別,人種差別|차별,인종차별|歧视,歧視,种族主义,種族
gay,lesbian,lgbt,transgender,same-sex|schwul,homosexuell,transgender|gay,homosexuel,lgbt|gay,homosexual,lgbt|gay,homossexual,lgbt|гей,лгбт,гомосексуал|مثليين,المثليين|同性愛,同性婚|동성애,동성결혼,성소수자|同性恋,同性戀,同性婚姻
brexit|brexit|brexit|brexit|brexit|брексит|بريكست,بريكسيت|離脱,ブレグジット|브렉시트|脱欧,脫歐
independence,separatists|unabhängigkeit,separatisten|indépendance,séparatistes,indépendantistes|independencia,separatistas,independentistas|independência,separatistas|независимость,сепаратисты|استقلال,انفصاليين|独立|독립,분리주의|独立,獨立
budget,deficit,debt|haushalt,schulden,defizit|budget,déficit,dette|presupuesto,déficit,deuda|orçamento,déficit,dívida|бюджет,долг,дефицит|ميزانية,عجز,ديون|予算,赤字,債務|예산,부채,적자|预算,預算,债务,債務,赤字
billionaire,wealthy,rich|milliardär,reich,vermögen|milliardaire,fortune,riche|multimillonario,fortuna,rico|bilionário,fortuna,rico|миллиардер,богатый|ملياردير,ثروة,أثرياء|富豪,大富豪,資産|억만장자,부자,재산|亿万富翁,富豪,财富
factory,plant,manufacturing|fabrik,werk,produktion|usine,usines,production|fábrica,planta,producción|fábrica,produção|завод,фабрика,производство|مصنع,مصانع,إنتاج|工場,生産|공장,생산|工厂,工廠,生产
construction,building,buildings,collapse,collapsed|gebäude,einsturz,bau|bâtiment,immeuble,effondrement|edificio,edificios,derrumbe,construcción|prédio,edifício,desabamento,construção|здание,строительство,обрушение|مبنى,مباني,انهيار,بناء|建物,建設,崩壊|건물,건설,붕괴|建筑,建築,大楼,倒塌
apartment,house,residents|haus,wohnhaus,anwohner|maison,appartement,riverains|casa,apartamento,vecinos|casa,apartamento,moradores|дом,дома,квартира,жители|منزل,منازل,شقة,سكان|住民,自宅|주민,아파트|居民,住宅,公寓
village,town|dorf,gemeinde|village,commune|pueblo,aldea|aldeia,vila|деревня,село,посёлок|قرية,بلدة||마을|村庄,村莊,小镇
christmas|weihnachten,weihnachts|noël|navidad|natal|рождество|عيد الميلاد,الكريسماس|クリスマス|크리스마스|圣诞,聖誕
fine,fined|geldstrafe,bußgeld,strafe|amende,amendes|multa,multas|multa,multas|штраф,штрафы|غرامة|罰金|벌금|罚款,罰款
apology,apologised,apologized,apologize|entschuldigung,entschuldigt|excuses,excusé|disculpa,disculpas|desculpas|извинения,извинился|اعتذار,اعتذر|謝罪|사과|道歉
`
  .trim()
  .split('\n');
