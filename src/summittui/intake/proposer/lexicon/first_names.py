"""Common first names by the gender of those who bear them, to find whom *he* and *she* stand for."""

from typing import Final

from summittui.intake.proposer.lexicon.word_list import words

MASCULINE_NAMES: Final = words(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond
    jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian
    keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe
    logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene mike
    bill jim tom bob dave steve chris dan matt tony tim ted ken jeff nick greg sam ben alex jon rob ron rick barack
    bernie newt mitt marco rand chuck harry mitch vladimir xi emmanuel jd j.d. narendra olaf keir rishi elon sundar
    satya dario demis yann yoshua geoffrey ashwini ursula_ cyril jake robby corey reince rudy lindsey rush sherrod jeb
    hugh lester anderson wolf neil antonin merrick clarence muhammad ali mohammed ahmed omar hassan abdul ivan boris
    sergei dmitri pierre jean jacques francois françois hans klaus wolfgang giuseppe mario matteo luigi carlos luis
    miguel pedro pablo jorge fernando diego alberto enrique felipe javier evan ezra glenn grover hal howard ira jared
    jay jimmy joel karl kellen kurt lee leon lewis lloyd louis luke marc martin marvin maurice max mel milo mort ned
    norman oliver oscar otto owen pat perry phil preston ray reid rex ross rupert seth sheldon sidney simon stan
    stanley stuart theodore todd trent trevor troy vernon victor wallace warren wes zach duncan angus malcolm ian
    graham colin nigel gordon craig derek dean chad brad brent brett cory dale darrell drew duane earl ed eddie edwin
    ernest fred frederick gene gil josh zack doug pete nate hank dick ernie jerome leonard lou mickey nelson rafael
    rod roland rudolph saul sebastian sergio shane spencer terrence vince wade wesley will wilson xavier andre angelo
    antonio armando arnold arturo barney barry benny bernard bert boyd brendan calvin cameron casey cecil cedric
    chester clark claude clay clayton clifford clint clyde colby conor curtis cyrus darren darryl daryl denis desmond
    devin dominic don donnie dwight edgar eduardo elliot elliott elton emanuel emil ernesto eugenio felix floyd
    francis francisco franklin freddie garrett geoff glen grant gus guy harvey hector herbert herman homer horace
    hubert irving isaac jackson jamal jarrod jefferson johnny julian julio kirk lance lamar lionel lorenzo luther
    manuel marcus mohamed mohammad morgan morris mustafa nathaniel nikolai orlando pascal percy pierce quentin ramon
    randall raul rene reuben ricardo roberto rodney rodrigo roman ronnie ruben salvador sammy santiago shaun sherman
    stefan stephan stewart tad tommy toby tyrone wilbur wilfred willard willis yusuf
    """
)
FEMININE_NAMES: Final = words(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley
    kimberly emily donna michelle dorothy carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen
    amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel catherine
    carolyn janet ruth maria heather diane virginia julie joyce victoria olivia kelly christina lauren joan evelyn
    judith megan cheryl andrea hannah martha jacqueline frances gloria ann teresa kathryn sara janice jean alice
    madison doris abigail julia judy grace denise amber marilyn beverly danielle theresa sophia marie diana brittany
    natalie isabella charlotte rose alexis kayla hillary ivanka melania kellyanne chelsea tiffany alicia megyn elise
    gennifer huma debbie jill loretta condoleezza nikki carly sonia elena kamala tulsi claire kirsten dianne susana
    katie katy kate rachael hope gwen condi madeleine christiane oprah ursula giorgia mette sanna jacinda meredith
    anne annie arianna becky bonnie carla carole cathy chloe cindy connie crystal daisy ellen erin eva gail gina
    gretchen holly ingrid irene jackie jane jen jenna jenny jo joanna josephine joy juliet kathy kim kristen kristin
    leslie lily lindsay liz lori louise lucy lynn mandy margot marcia mercedes mia michele molly monica naomi nina
    nora pam paula peggy penny phyllis rita robin rosa roberta sally sandy sheila shannon sherry silvia stacey stella
    sue susie suzanne sylvia tammy tara tina toni tracy vanessa vera vivian wendy yvonne zoe meg abby aisha ava aparna
    beth cecilia cecile clara deb dina edith eileen eleanor ella elsa esther fatima fiona gabrielle genevieve gertrude
    ginger hazel heidi hilary isabel jan jasmine jocelyn johanna kara karin kay lana lara leah lena liza lois lydia
    maggie marina marjorie maya maureen melinda michaela mildred miriam nadia natasha nell nicola noelle norma patti
    patty priscilla ramona renee rosemary roxanne ruby sabrina selena simone sonya stacy tamara tanya tess trish
    valerie veronica vicki wanda whitney yolanda adele adriana alana alexandra alison allison alyssa amelia amina ana
    angelina anita anya audrey barbra bella bernadette bertha bianca blanche bridget camille candace carmen caroline
    cassandra charlene christie claudia colleen corinne daniela daphne darlene delia desiree dolores doreen dorothea
    eliza eloise elvira emilia erica estelle eugenia evangeline faye felicia flora florence frieda geraldine gladys
    glenda greta gwendolyn harriet helena henrietta ida ilse imogen irma isabelle ivy jana jeanne jeannie jessie
    joanne jolene josie juanita juliana justine karina kathie katrina kerry krista laurie lavinia leila lenore leticia
    lillian lola lorraine lucia lucille luisa mabel madeline magdalena marcella margarita marianne maribel marlene
    matilda maxine mercy millie minnie mona myra nan nellie nicolette olga ophelia paige paulette pearl petra philippa
    polly rena rhonda rosalie rosalind rosie roxana sasha savannah serena sharron sheryl shirin sigrid sofia sondra
    svetlana tabitha tatiana thelma therese trudy una verna viola violet viviane wilma winifred yasmin zara
    """
)
