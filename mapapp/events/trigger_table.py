"""Trigger words and phrases as a table: kind, form, then words and phrases parted by commas.

A line that starts with a space goes on with the line before. Hyphens stand between spaces, as
the tokens have them. Kinds and forms are explained in `mapapp.events.triggers`.
"""

TABLE = """\
doubt intransitive: remained to be seen, remains to be seen, remained unclear whether, remains
  unclear whether, unclear whether
peaceful verb: without resistance, without a fight, without fighting, peacefully took
none noun: struck a deal, struck an agreement, struck by lightning
none noun: riot police, riot gear, heart attack, heart attacks, cyber attack, cyber attacks,
  assault rifle, assault rifles, death row, dead sea, life - threatening, life threatening, bomb
  disposal, bomb squad, bomb shelter, bomb shelters, strike group, long shot, a shot at, rocket
  launcher, mine workers, gold mine, coal mine, mine site, death threats, death penalty, death
  squad, death squads, peacekeeping mission, first strike, sentenced to death, attack dog, attack
  helicopter, attack helicopters, arms control, price war, battle group, take control of the
  vehicle, trade war, bomb threat, bomb threats, capture the, body bag, shot in the arm, gas
  explosion, gas explosions, gas blast, gas leak, boiler explosion, furnace explosion, flu shot,
  flu shots, shell oil, shell petroleum, shell facility, shell pipeline, a shell of, fire
  fighters, firefighters, cease to, charged with, bear arms, mass murder trial
ied noun: struck a mine, hit a mine, mine exploded, drove over a mine, anti - tank mine
suicide noun: explosive vest, explosive vests, explosive belt, explosive belts, explosives vest,
  explosives belt, strapped to his, strapped to her, strapped with explosives
suicide intransitive: detonated himself, detonated herself, detonated themselves
suicide noun: detonated his vest, detonated her vest, detonated their vests, detonated his
  explosives, detonated his belt, detonated explosives strapped
suicide intransitive: blew himself up, blew herself up, blew themselves up, blows himself up
suicide noun: svbied, svest, suicide boat, suicide bomb, suicide bomber, suicide bombers,
  suicide bombing, suicide bombings, suicide attack, suicide attacks, suicide car bomb, suicide
  car bombs, suicide vehicle, suicide truck bomb, suicide blast, suicide vest, suicide
  explosion, suicide attacker, suicide vbied
suicide noun: belt exploded, belt went off, belt detonated, vest exploded, vest went off, vest
  detonated, explosive jacket
suicide verb: bomber walked, bomber blew up, bomber detonated, bomber entered, bomber rammed, bomber
  drove, bomber approached, set off his vest, set off his belt, set off his explosives
chemical noun: chlorine, sarin, chemical attack, chemical attacks, chemical weapons attack,
  poison gas, nerve agent, chlorine gas, sarin gas, mustard gas
chemical verb: gassed
none noun: stun grenade, stun grenades, smoke grenade, smoke grenades, gas grenade, gas grenades
shelling noun: grenade launcher, grenade launchers, grenade - launcher, grenade - launchers
grenade noun: grenade, grenades, hand grenade, hand grenades, grenade attack, grenade attacks
ied noun: ran over a mine, ran over a landmine, drove over a landmine, stepping on, hit a landmine,
  struck a landmine, rode over a mine, ran over an ied, struck an ied, hit an ied, mine blast,
  struck an explosive, hit a roadside bomb
ied verb: blew up, blown up, blow up, blowing up, blows up, blasted
shelling noun: rocket - propelled grenade, rocket - propelled grenades
strike verb: hit, hits, hitting
strike verb: struck
ied intransitive: exploded, detonated, explodes, detonates, detonating, exploding
crude noun: petrol bomb, petrol bombs, firebomb, firebombs, fire bomb, fire bombs, molotov
  cocktail, molotov cocktails, molotovs, molotov, crude bomb, crude bombs, incendiary device,
  incendiary devices, bottle bomb, bottle bombs, gasoline bomb, gasoline bombs
crude verb: firebombed, firebombing, petrol - bombed, fire - bombed
ied noun: explosive - laden, explosives - laden, bomb - laden
none noun: bomb cyclone, photo bomb, bath bomb
ied noun: mine attack, mine attacks, mines attack, landmine attack, landmine attacks
ied noun: by a mine, on a mine, by a landmine, by an explosive device, mine went off, mines went
  off, device went off, explosives went off, a mine destroyed, a mine hit, a mine tore, a mine
  ripped
ied verb: dynamited
ied noun: triggered a mine, triggered a landmine, triggered an explosive, set off a mine, set off a
  landmine
ied noun: hits a mine, hits mine, hit mine, hits landmine, hit landmine, hits a landmine, hits
  roadside bomb, hit by a mine
ied noun: ied, ieds, landmine, landmines, bomb, bombs, explosion, explosions, blast, blasts,
  explosive, explosives, roadside bomb, roadside bombs, roadside bombing, car bomb, car bombs,
  car bombing, truck bomb, improvised explosive device, improvised explosive devices, explosive
  device, explosive devices, land mine, land mines, remote controlled, planted bomb, bomb
  attack, bomb attacks, bomb blast, bomb blasts, vehicle bomb, stepped on, unexploded ordnance,
  anti - personnel mine, booby trap, sticky bomb, magnetic bomb, bomb explosion, booby -
  trapped, mine explosion, motorcycle bomb, letter bomb, parcel bomb, time bomb, bombings
air noun: sortie, sorties
air noun: shahed, shaheds, geran, gerans, unmanned aerial vehicle, unmanned aerial vehicles, uavs,
  uav, quadcopter, quadcopters, bayraktar, from the air, glide bomb, aerial bombs, aerial bomb,
  helicopter fire
air noun: gunship, gunships
air noun: guided bomb, guided aerial bomb, unmanned aircraft
air noun: suicide drone, suicide drones, airstrike, airstrikes, bombing, bombings, strike,
  strikes, airraid, airraids, air strike, air strikes, air - strike, air - strikes, air raid,
  air raids, air attack, air attacks, drone strike, drone strikes, drone attack, drone attacks,
  aerial bombardment, aerial bombing, aerial attack, barrel bomb, barrel bombs, by drone, a
  drone, kamikaze drone, kamikaze drones, explosive drone, loitering munition, glide bombs,
  guided aerial bombs, guided bombs, fpv drone, drones, drone, warplanes, warplane, fighter
  jets, helicopter gunship, helicopter gunships, jets, cluster bombs, air strikes on
none noun: bombed out, bombs out
air verb: helicopters attacked, helicopter attacked, helicopters fired, helicopter fired,
  helicopters opened fire, aircraft attacked, jets attacked, planes attacked, dropped bombs,
  dropped an explosive, dropped explosives, dropped a bomb, dropped barrels, dropped explosive
  barrels, dropped munitions, airstruck, bombed, bombs
clash noun: exchanged artillery, exchanged artillery fire, exchange of artillery, exchange of
  artillery fire, exchanges of artillery fire, artillery exchange, artillery exchanges, shelling
  exchange, exchange of shelling, exchanges of shelling, exchanged shelling, traded artillery fire,
  exchange of rocket fire, exchanged rocket fire, exchange of heavy fire, mutual shelling,
  artillery duel, artillery duels, exchanged heavy fire
shelling noun: atgm, atgms, heavy shelling, tank shells, tank shell, howitzer, howitzers, with
  heavy weapons, anti - tank guided missile, heavy weapons fire, katyusha, mortar bombs
shelling noun: grad rockets, iskander, kalibr, ballistic missile, ballistic missiles, cruise
  missile, cruise missiles, tank shelling, artillery barrage, rocket barrage, barrage of rockets,
  salvo of rockets
shelling noun: projectile, projectiles
shelling noun: grad attack, grad attacks, grad missiles, grad strike, katyusha attack
shelling noun: precision weapons, precision - guided weapons, precision munitions, precision -
  guided munitions
shelling noun: tank round, tank rounds, artillery round, artillery rounds
shelling noun: bombardment, bombardments, artillery, mortar, mortars, missile, missiles, rocket,
  rockets, shells, missile strike, missile strikes, rocket attack, rocket attacks, missile
  attack, missile attacks, artillery fire, artillery shelling, mortar fire, mortar shells,
  mortar attack, mortar attacks, rocket fire, tank fire, artillery strikes, artillery strike,
  rocket launchers, cross - border shelling, rocket strike, rocket strikes, mortar strike, mortar
  strikes
none noun: shelled out, shell out, shells out, shelling out
shelling verb: shelled, shells, shell, shelling, bombarded, bombards, bombarding, bombard,
  mortared, pounded, pounding, fired rockets, fired missiles, fired a rocket, fired a missile,
  fired mortars, fired artillery, fired shells, lobbed mortars, launched missiles, launched
  rockets, launched a missile, launched a rocket
sexual noun: rapes, gang rape, gang raped, sexual violence, sexually assaulted, sexual assault,
  sexually abused
sexual verb: raped, raping, rapes, rape
abduction noun: hostage, abduction, abductions, kidnapping, kidnappings
abduction verb: snatched, taken by gunmen, taken by armed men, taken by militants, held for ransom,
  went missing after, gone missing after, bundled into
abduction verb: took away
abduction verb: abducted, abducts, abducting, abduct, kidnapped, kidnapping, kidnaps, kidnap,
  disappeared, forcibly, took hostage, taken hostage, taken prisoner, took prisoner, forcibly
  disappeared, forced disappearance, held captive, taken captive, carried away, whisked away,
  taken away, forcibly taken, forcibly recruited, captured and
riot verb: rioted, pelted, pelting, hurled rocks, hurling rocks, hurling stones, hurled bricks,
  hurled bottles, threw bricks, threw bottles, barricading
riot noun: barricades on fire, burning barricades, flaming barricades, barricades ablaze, lit
  tires, lit tyres, burnt tyres, burnt tires, violence erupted, violence broke out, stone -
  pelting, stone - throwing, stone throwing, brickbats, post - election violence, sectarian
  violence, ethnic violence, inter - communal violence, intercommunal violence, political violence
  erupted, hurled stones at, fist fight, fist fights, fistfight, scuffle, scuffles, scuffled
riot verb: turned violent, turn violent, turned into a riot
riot noun: riot, riots, rioters, rioting, unrest, threw stones, throwing stones, hurled stones,
  pelted stones, stone pelting, burned tires, burning tires, burned tyres, burning tyres, set fire
  to tires, set tires on fire, violent demonstration, violent protest, violent protests, clashed
  with police, clashed with the police, clashed with riot police, clashed with security forces,
  throwing rocks, threw rocks, communal clashes, communal violence, sectarian riots
mob noun: crowd beat, crowd attacked, crowd killed
mob noun: mob, mobs, angry mob, mob justice, mob violence, lynch mob, angry
  residents, irate mob
mob verb: lynched, stoned
dispersal noun: tear gas, teargas, tear - gas, tear gas shells, teargas shells, tear gas canisters,
  teargas canisters, water cannon, water cannons, rubber bullets, rubber - coated bullets, baton
  charge, lathi charge, lathi - charge, lathicharge, pepper spray
dispersal verb: baton charged, baton - charged, dispersed the crowd, dispersed the crowds,
  dispersed them, dispersed the gathering, dispersed the march, dispersed a crowd, disperse the
  crowd, disperse the crowds, disperse a crowd, dispersed the group, broke up the gathering, broke
  up the march, break up a march, break up the march, broke up a march, broke up a gathering,
  forced to disperse, forced them to disperse, disperse the gathering
protest noun: chanting slogans, chanted slogans, shouting slogans, shouted slogans, placards,
  banners reading, human chain, human chains, calling for the fall, calling for the release,
  calling for the resignation, calling for the downfall, calling for justice, calling for the
  departure, demanding the resignation, demanding the departure, demanding justice, picket line,
  picketing, silent march, torchlight procession, protest procession, work stoppage
protest noun: held banners, carrying banners, held placards, waving flags and, a march, the march,
  march by, boycotted classes, blocked traffic
dispersal verb: disperse, dispersed, dispersing
protest noun: hold shutdown, held a shutdown, observed a shutdown, observe shutdown, complete
  shutdown, shutdown against
protest noun: marchers, peaceful march, staged a march, held a march, protest rally, solidarity
  march
protest noun: vigil, vigils, dharna, dharnas, bandh, hartal, gherao, morcha, picket, pickets,
  walkout,
  walkouts, cacerolazo, protest march
protest noun: protest, protests, demonstration, demonstrations, rally, rallies, marches,
  protesters, protestors, demonstrators, staged a protest, held a protest, took to the streets,
  staged a demonstration, staged a sit, sit - in, sit - ins, held a demonstration, labor strike,
  labour strike, hunger strike, general strike, went on strike, held a rally, gathered to
  protest, protest march, gathered to demand, gathered in front of, gathered outside, demanding
  the release, day of rage, candlelight vigil, shutter down strike, shut down strike, tyre
  burning
protest verb: protested, protesting, demonstrated, demonstrating, rallied, marched, marching,
  picketed, chanted, demonstrate
gain noun: capture, seizure, recapture, retaking, takeover, liberation
gain verb: retaken, captured, captures, seized, seizes, seize, seizing, recaptured, recaptures,
  retook, retakes, regained, regains, regain, recapturing, retaking, regaining, overran,
  overrun, liberated, liberates, liberating, reclaimed, reclaims, conquered, occupied,
  capturing, overrunning, took control, take control, takes control, taken control, taking
  control, gained control, gain control, seized control, taking over, took over, taken over,
  took the village, took the town, took the city, took the settlement, took the district,
  took the base, took positions, took several positions, took the position,
  taken complete control, taken full control, took full control, took complete control, took back,
  taking back, taken back, wrested control, regained control, full control, completed
  their control, captured control, entered the town, entered the city, entered the village, now
  under, fell to, falls to, restored state control, assumed control, secured control, driven
  out, drove out, pushed out, expelled from
loss verb: lost control, lost the town, lost the city, lost the village, lost a string, lost
  territory, lost ground, lost the key, lost the strategic, lost several, lost the key
  northwestern town, lost positions, ceded control
gain verb: overtook, established control, established full control, recovered control, recover
  control, recovered the town, recovered the village, recovered the territory, recover the
  territory, recover the town, recover the village, recovers the town, recovers the village,
  recovered the area, seized back, liberate
clash verb: held off, holding off, routed, warded off
gain verb: in control of, wrested, wrested back, wresting, dislodged, dislodging, drove, pushed,
  flushed
clash intransitive: encountered, encounters, encountering
clash intransitive: advanced, advances, advancing, repelled, repulsed, repelling, repels,
  repulsing, thwarted, foiled, counterattacked, engaged, engaging, battled, battling,
  infiltrated, came under fire
clash noun: violated the ceasefire, violating the ceasefire, ceasefire violation, exchanging fire,
  ceasefire violations, violation of the ceasefire, violated the truce, trading fire, small arms,
  bursts of fire, machine - gun fire,
  gun fire exchange, fire exchanged, exchange fire
clash mutual: exchanged gun shots, exchanged gunshots, exchanged shots, traded shots, traded
  gunfire, exchanged small arms fire, traded bullets, exchanged bullets, trade fire, exchange
  shots, exchanged heavy gunfire
clash mutual: clashed, clashes, clash, clashing, fought, fighting, fights, fight, skirmished,
  exchanged fire, exchanged gunfire, traded fire
clash noun: shoot - out, shoot - outs, shootouts, gun - battle, gun - battles, gun - fight, gun -
  fights, fire - fight, gunbattles, exchanging gunfire, exchanging shots, exchange gunfire,
  exchange of gunshots, exchange of shots, exchange of bullets, small - arms fire, small arms fire
clash noun: heavy exchanges, fierce exchanges, exchanges of shots
clash noun: battle, battles, skirmish, skirmishes, firefight, firefights, gunfight, gunfights,
  gunbattle, shootout, hostilities, offensive, offensives, counteroffensive, counterattack,
  counterattacks, infighting, confrontation, confrontations, advance, incursion, incursions,
  encounter, armed clash, armed clashes, armed confrontation, armed confrontations, gun battle,
  gun battles, gun fight, fire fight, exchange of fire, exchanges of fire, fire exchange,
  exchange of gunfire, intense fighting, heavy fighting, fierce fighting, military operation,
  counter - offensive, counter - attack, ground offensive, police operation, security operation,
  clearance operation, search operation, combing operation, cross - fire
clash verb: launched an offensive, launched a counterattack, launched a counteroffensive, fended
  off, beat back, pushed back, drove back
road_cut verb: cut, cuts, cutting, cut off, severed, severing, blocked, blocking, closed, closing,
  blockaded, barricaded, reached, cut the supply, cut off the supply, set up a roadblock, set up
  roadblocks, erected roadblocks, road blockade, shut, shuts, shutting
road_open verb: reopened, reopens, reopening, opened, unblocked, cleared, open to traffic
gain intransitive: changed hands
gain verb: secured, entered, entering, enters, now control, now controls, in full control of,
  are in control of, is in control of
loss verb: losing, lose
attack verb: throats slit, throat slit, throats cut, throat cut
air noun: bombing run, bombing runs, bombing raid, bombing raids
looting verb: destroy, destroys, loots, loot, torch, torches, vandalize, vandalise
attack verb: thrashed, thrashing, beaten up, beating up, roughed up, manhandled, manhandling,
  assaulting, assaults on, whipped, lashed, clobbered, knifed, bayoneted, machine - gunned, sprayed
  with bullets, sprayed bullets, riddled with bullets, shot up, shooting at, resorted to firing,
  resorted to brief firing, began firing, started firing, mowed down, hacked at, opening fire on,
  sniper fire
attack verb: strafed, strafing, sprayed, gunning down, butchered, lynching, mowing down
attack verb: firing on, firing at, firing upon, behead, execute, massacre, slaughter, lynch, guns
  down, gun down, hacked, hacking,
  hacks, bludgeoned, clubbed, strangled, burned alive, burnt alive, buried alive, burning alive,
  assassinating
attack noun: assault, assaults, ambushes, massacre, massacres, shooting, shootings,
  assassination, execution, executions, gunfire, attackers, raid, raids, armed attack, armed
  attacks, gun attack, target killing, targeted killing
attack verb: executes, beheads, stabs, massacres, tortures, lynches, slit the throats, attacked,
  attacks, attack, attacking, raided, raiding, raids, raid, ambushed, ambushes, ambush,
  ambushing, stormed, storming, storms, storm, assaulted, targeted, targets, targeting,
  assassinated, assassinates, assassinate, massacred, massacring, beheaded, beheading, executed,
  executing, lynched, mutilated, tortured, torturing, beat, beaten, harassed, flogged,
  stabbed, stabbing, shot, shoots, shooting, invaded, invades, opened fire, opened
  indiscriminate fire, opened heavy fire, opened live fire, opened sniper fire, opens fire, open
  fire, opening fire, fired at, fired on, fired upon, fired,
  shot at, shot dead, shot and killed, shoot
  dead, gunned down, hacked to death, beaten to death, stabbed to death, stoned to death, burned
  to death, burnt to death, set ablaze, laid an ambush, beat up, slit the throat, broke into,
  physically assaulted
kill noun: the remains of, killings, murder, murders, dead, death, deaths, fatalities, bodies,
  died, casualties, toll, dies, die, lives, lynching, beheading, shot, fatality, body, corpse,
  corpses, lost, took, take, takes, succumbed, succumb, succumbs, hurt, wia, kia, hanged,
  perished, life, martyrs, drowned
kill verb: maimed, maiming
kill noun: corpse, corpses
kill verb: killed, kills, killing, kill, murdered, murdering, murder, slain, slew, slaughtered,
  slaughtering, gunned, martyred, wounded, injured, wounding, injuring, injures, wounds,
  eliminated, eliminating, decapitated, decapitating
disarm verb: defuse, defuses, intercept
cache noun: weapons cache, arms cache, cache of weapons, cache of arms, weapons depot, arms depot,
  ammunition depot, cache of explosives, cache of ammunition, weapons caches, arms caches
cache verb: seized weapons, seized arms, seized explosives, seized ammunition, seized a weapons,
  recovered weapons, recovered arms, discovered a weapons, recover weapons, recovers weapons,
  recover arms, seize weapons, seizes weapons
disarm verb: downed
disarm noun: controlled explosion
disarm verb: made safe, rendered safe
disarm verb: defused, defusing, neutralised, neutralized, shot down, shoots down, intercepted,
  intercepts, safely detonated
arrest noun: arrests, detention
arrest verb: arrested, arrests, arresting, detained, detains, detaining, apprehended, took into
  custody, taken into custody, rounded up, mass arrests
looting noun: looting
looting verb: ablaze, alight, afire, bulldozed, bulldozing, uprooted trees, uprooted olive,
  ransacking, damaged property, destroying property, sabotaged, sabotaging
looting noun: arson, arson attack, arson attacks
looting verb: torched, torching, looted, looting, loots, looters, burned, burnt, burning,
  demolished, demolishing, vandalized, vandalised, destroyed, destroying, razed, rustled,
  rustling, stole, pillaged, ransacked, plundered, set fire, set fires, on fire, burned down,
  burnt down, stealing cattle, seized property, destroyed property, destruction of property
agreement verb: exchanged prisoners, exchange prisoners, swapped prisoners, swap prisoners, agreed
  to exchange, signed a truce, signed a deal
agreement noun: evacuation deal, evacuation agreement, surrender deal
agreement noun: truce, ceasefire, armistice, peace agreement, peace deal, ceasefire agreement,
  cease - fire, signed an agreement, signed a, prisoner exchange, prisoner swap, exchange of
  prisoners, reached an agreement, reached a deal, reached agreement, agreed to a ceasefire,
  reconciliation agreement, peace accord
transfer verb: handed over, withdrew from, withdrawn from, retreated from, pulled out of,
  vacated, abandoned positions, moved into, took up positions
base noun: operating base, forward operating base, patrol base, operational base
base noun: new base, new outpost, new military base, new military outpost, new military post, new
  checkpoint, new checkpoints, temporary military base, temporary base, observation post,
  observation posts, observation point, observation points, new barracks, new camp
base verb: opened a base, opened a military base, established an outpost, set up an outpost, built
  an outpost, built a base, builds a base, opens a base, set up an observation post, established an
  observation post, established positions, set up a position
base verb: establish outpost, establish a base, establish base, set up base, set up outpost, build
  base, build a base, establishes base, establish an outpost
base verb: set up a base, established a base, set up a checkpoint, established a checkpoint, set
  up checkpoints, established checkpoints, set up camp, new military base, established a camp,
  set up a camp, established a military base, built a military base, military base established
change verb: ended its affiliation, broke away, left the alliance, swore allegiance, pledge
  allegiance, recruited, recruiting, forcibly recruiting, new armed group, new rebel group, gave
  themselves up, turned themselves in, turned himself in, surrender to, imposed section, imposed
  martial law, lifted the curfew, switched sides, changed sides
change verb: handed himself in, handed themselves in, handed herself in, gave himself up
change verb: surrender
change verb: surrendered, surrenders, surrendering, defected, defects, defecting, laid down
  their arms, laid down arms, merged with, formed a new, joined forces, announced the formation,
  announced its formation, split from, pledged allegiance, declared a state of emergency,
  imposed a curfew, internet blackout
displacement noun: displacement, exodus
displacement verb: displaced, displacing, displaces, uprooted, fled, flee, fleeing, flees,
  evacuated, forced to flee, fled their homes, flee their homes, forced from their homes, driven
  from their homes, left their homes, internally displaced, forced to leave, mass displacement,
  fleeing the, sought refuge, took refuge, taken refuge, sought shelter, took shelter in
movement noun: reinforcements, deployment
movement verb: deployed, deploys, deploying, redeployed, massed, reinforced, military convoy,
  convoy entered, amassed troops, crossed the border, crossed into
movement verb: sent, sends, sending, dispatched, dispatching, moved
movement intransitive: arrived, poured, rolled
withdrawal noun: withdrawal
withdrawal verb: withdrew, withdrawn, withdraws, withdrawing, retreated, retreats, retreating,
  pulled back, pulled out, pull back, tactical withdrawal, pulling out, pulled
talks mutual: negotiated, met
talks noun: talks, negotiations, negotiation, summit, peace talks, round of negotiations, round
  of talks, held talks, hold talks, phone call, peace conference, met with, held a meeting
threat noun: ultimatum
threat verb: warned
threat verb: vowed, vows, vow, threatened, threatens, warned of, warned that, issued an
  ultimatum, gave an ultimatum, pledged to, issued a warning, set a deadline, will retaliate
"""
