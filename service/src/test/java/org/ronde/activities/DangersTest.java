package org.ronde.activities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.http.Words;

class DangersTest {
  private static final Dangers DANGERS = Dangers.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          choking    | Cinnamon challenge with my office
          choking    | Avaler une cuillerée de cannelle
          choking    | Une cuillère à soupe de cacao sec d’un coup
          choking    | Chubby bunny: how many marshmallows
          choking    | Le plus de chamallows possible dans la bouche
          choking    | Gober un œuf entier
          choking    | Swallow magnets
          breath     | Le jeu du foulard
          breath     | BLACKOUT CHALLENGE
          breath     | Hold your breath for three minutes
          breath     | Retenir sa respiration le plus longtemps
          breath     | Concours d’apnée à la piscine
          breath     | Rester la tête sous l’eau
          fire       | Cracher du feu comme au cirque
          fire       | Set your hair on fire
          fire       | Lancer des pétards sur la place
          fire       | Walk on hot coals
          fire       | Bataille de feux d’artifice, allumer un feu d’artifice au salon
          fire       | Déodorant et briquet
          fire       | Fabriquer une petite bombe artisanale
          height     | Saut du pont de Pierre
          height     | Sauter d'un pont
          height     | Jump off the bridge at noon
          height     | Sauter du haut de la falaise
          height     | Climb a crane
          height     | Escalader la façade de la mairie
          height     | Marcher sur le toit de l’immeuble
          height     | Free solo climbing
          height     | Milk crate challenge
          traffic    | Traverser l’autoroute en courant
          traffic    | Cross the road blindfolded: crossing with eyes closed
          traffic    | Jouer sur la voie ferrée
          traffic    | Rouler sans les mains et sans casque
          traffic    | Drive the wrong way
          traffic    | Train surfing
          weapon     | Russian roulette
          weapon     | Jouer à la roulette russe
          weapon     | Jongler avec des couteaux
          weapon     | Bring a gun
          weapon     | Tirer sur les passants au paintball
          weapon     | Slap a stranger
          weapon     | Gifler un inconnu
          weapon     | Combat de rue à mains nues
          drink      | Boire dix bières
          drink      | Drink a bottle of vodka: down the vodka
          drink      | Cul sec !
          drink      | Beer pong tournament
          drink      | Fumer un joint
          drink      | Inhale helium
          drink      | Benadryl challenge
          drink      | Tournée des bars
          eating     | Manger le plus de hot-dogs
          eating     | Hot dog eating contest
          eating     | Eat ten burgers as fast as you can
          eating     | Croquer un piment Carolina Reaper
          eating     | One chip challenge
          eating     | Tide pods
          eating     | Manger une capsule de lessive
          eating     | Boire cinq litres d’eau
          fasting    | Jeûner trois jours
          fasting    | Five days without eating
          fasting    | Perdre dix kilos avant l’été
          fasting    | Rester éveillé 48 heures
          fasting    | Stay awake for two nights
          fasting    | Ice bucket challenge
          fasting    | Nager dans l’eau glacée
          selfharm   | Blue Whale
          selfharm   | Se couper avec une lame de rasoir
          selfharm   | Eraser challenge
          selfharm   | Mettre les doigts dans la prise
          humiliate  | Humilier un collègue devant tous
          humiliate  | Prank call to the police
          humiliate  | Filmer les gens à leur insu
          humiliate  | Baisser le pantalon de son chef
          humiliate  | Streaking through the stadium
          humiliate  | Bizutage des nouveaux
          trespass   | Urbex dans une usine abandonnée
          trespass   | Sneak into a building site
          trespass   | Voler un panneau de signalisation
          trespass   | Partir sans payer
          trespass   | Sonner et s’enfuir
          animal     | Cow tipping
          animal     | Donner de la bière à son chien
          animal     | Lancer d’escargots : lancer un escargot
          animal     | Scare the cats of the street
          animal     | Selfie avec un sanglier
          minor      | Filmer des enfants dans la rue
          minor      | Disparaître 48 heures sans prévenir ses parents
          minor      | Throw a baby in the air
          money      | Parier 50 euros sur le match
          money      | Poker pour de l’argent
          """)
  void stopsADangerousIdea(String danger, String idea) {
    assertThat(DANGERS.find(idea)).contains(danger);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tir à l’arc",
        "Sauter la corde",
        "Sauter à la corde pendant une minute",
        "Jump rope for one minute",
        "Saut en longueur",
        "High jump",
        "Traverser tous les ponts de Toulouse à pied",
        "Photograph the bridge at sunset",
        "Bataille de bombes à eau",
        "Bataille de pistolets à eau",
        "Water pistol battle in the park",
        "Épées en mousse",
        "Lightsaber duel",
        "Lancer de petit-suisse",
        "Lancer de béret",
        "Tenir une note le plus longtemps possible",
        "Manger cinq légumes différents dans la semaine",
        "Eat a vegetable you have never tasted",
        "Eat breakfast together every Friday",
        "Cook the best chilli con carne",
        "Préparer un chili sin carne pour dix personnes",
        "Boire plus d’eau et moins de soda",
        "Drink more water",
        "Arrêter de fumer pendant un mois",
        "A month without alcohol",
        "Le meilleur cocktail sans alcool",
        "Dégustation de thé à l’aveugle",
        "Courir dix kilomètres en moins d’une heure",
        "Run to work three times this week",
        "Escalade en salle",
        "Climbing wall, ten routes",
        "Monter un col à vélo",
        "Faire du vélo avec un casque jaune",
        "Plongeon du plongeoir de un mètre",
        "Swim fifty lengths",
        "Se coucher avant 22 heures pendant une semaine",
        "Stay off screens for an evening",
        "Dormir à la belle étoile",
        "Peindre un feu de cheminée",
        "Light painting with a torch",
        "Balade au bord du canal",
        "Pierre-feuille-ciseaux",
        "Poker pour des allumettes",
        "Parier un café que je finis premier",
        "Apprendre à dire bonjour en dix langues",
        "Raconter une blague à un inconnu qui veut bien",
        "Observer les oiseaux du jardin",
        "Photograph a snail",
        "Course d’escargots",
        "Promener un chien de refuge",
        "Une journée sans sucre ajouté",
        "Fabriquer un savon en kit",
        "Chasse au trésor pour les enfants du quartier avec leurs parents",
        "Visiter un monument ouvert au public",
        "Kick a football against a wall",
        "Punch line: write the best pun",
        "Mock exam in mathematics",
        "Break my own record",
        "Coup de cœur littéraire",
        "Casse-tête à résoudre",
        "Une pyramide de trois personnes sur l’herbe"
      })
  void letsAHarmlessIdeaPass(String idea) {
    assertThat(DANGERS.find(idea)).as(idea).isEmpty();
  }

  @Test
  void saysWhyAndWhatWouldBeSaferForEveryClass() {
    Words words = Words.load();

    assertThat(DANGERS.codes())
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(
            code -> {
              assertThat(words.say(Words.ENGLISH, "activities.danger." + code)).isNotBlank();
              assertThat(words.say(Words.FRENCH, "activities.danger." + code)).isNotBlank();
            });
  }

  @Test
  void isNotFooledByAccentsCapitalsOrHyphens() {
    assertThat(DANGERS.find("SÀUT DU-PONT")).contains("height");
    assertThat(DANGERS.find("  cùl,  SEC ")).contains("drink");
  }

  @Test
  void readsALongTextWithoutDelay() {
    String long1 = "manger boire sauter le la les un une de des ".repeat(100);

    assertThat(DANGERS.find(long1)).isEmpty();
  }
}
