// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Some 480 statements and 120 branches, none about the address, lie between the local and its use; written out, as a tool writes such code.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.VeryLongMethod;

[ForPurpose("newsletter")]
public static class Edition
{
    public static void Subscribe(string mail, decimal turnover) => Use.Newsletter(mail + ": " + turnover);
}

[ForPurpose("billing")]
public static class Bills
{
    public static void Write(Customer customer, IReadOnlyDictionary<string, int> minutes)
    {
        var mail = customer.Email;
        var lines = new List<string>();
        var total = 0m;

        var albania = minutes.GetValueOrDefault("AL");
        var albaniaCost = albania * 0.211m;
        if (albania > 300)
            albaniaCost *= 0.9m;
        if (albania < 30)
            albaniaCost = 0;
        else
            lines.Add("Albania: " + albania + " min");
        total += albaniaCost;

        var andorra = minutes.GetValueOrDefault("AD");
        var andorraCost = andorra * 0.184m;
        if (andorra > 600)
            andorraCost *= 0.85m;
        if (andorra < 60)
            andorraCost = 0;
        else
            lines.Add("Andorra: " + andorra + " min");
        total += andorraCost;

        var australia = minutes.GetValueOrDefault("AU");
        var australiaCost = australia * 0.049m;
        if (australia > 1200)
            australiaCost *= 0.8m;
        if (australia < 120)
            australiaCost = 0;
        else
            lines.Add("Australia: " + australia + " min");
        total += australiaCost;

        var austria = minutes.GetValueOrDefault("AT");
        var austriaCost = austria * 0.029m;
        if (austria > 450)
            austriaCost *= 0.9m;
        if (austria < 45)
            austriaCost = 0;
        else
            lines.Add("Austria: " + austria + " min");
        total += austriaCost;

        var belgium = minutes.GetValueOrDefault("BE");
        var belgiumCost = belgium * 0.031m;
        if (belgium > 900)
            belgiumCost *= 0.85m;
        if (belgium < 90)
            belgiumCost = 0;
        else
            lines.Add("Belgium: " + belgium + " min");
        total += belgiumCost;

        var brazil = minutes.GetValueOrDefault("BR");
        var brazilCost = brazil * 0.064m;
        if (brazil > 300)
            brazilCost *= 0.8m;
        if (brazil < 30)
            brazilCost = 0;
        else
            lines.Add("Brazil: " + brazil + " min");
        total += brazilCost;

        var bulgaria = minutes.GetValueOrDefault("BG");
        var bulgariaCost = bulgaria * 0.042m;
        if (bulgaria > 600)
            bulgariaCost *= 0.9m;
        if (bulgaria < 60)
            bulgariaCost = 0;
        else
            lines.Add("Bulgaria: " + bulgaria + " min");
        total += bulgariaCost;

        var canada = minutes.GetValueOrDefault("CA");
        var canadaCost = canada * 0.021m;
        if (canada > 1200)
            canadaCost *= 0.85m;
        if (canada < 120)
            canadaCost = 0;
        else
            lines.Add("Canada: " + canada + " min");
        total += canadaCost;

        var chile = minutes.GetValueOrDefault("CL");
        var chileCost = chile * 0.058m;
        if (chile > 450)
            chileCost *= 0.8m;
        if (chile < 45)
            chileCost = 0;
        else
            lines.Add("Chile: " + chile + " min");
        total += chileCost;

        var china = minutes.GetValueOrDefault("CN");
        var chinaCost = china * 0.047m;
        if (china > 900)
            chinaCost *= 0.9m;
        if (china < 90)
            chinaCost = 0;
        else
            lines.Add("China: " + china + " min");
        total += chinaCost;

        var colombia = minutes.GetValueOrDefault("CO");
        var colombiaCost = colombia * 0.066m;
        if (colombia > 300)
            colombiaCost *= 0.85m;
        if (colombia < 30)
            colombiaCost = 0;
        else
            lines.Add("Colombia: " + colombia + " min");
        total += colombiaCost;

        var croatia = minutes.GetValueOrDefault("HR");
        var croatiaCost = croatia * 0.044m;
        if (croatia > 600)
            croatiaCost *= 0.8m;
        if (croatia < 60)
            croatiaCost = 0;
        else
            lines.Add("Croatia: " + croatia + " min");
        total += croatiaCost;

        var cyprus = minutes.GetValueOrDefault("CY");
        var cyprusCost = cyprus * 0.038m;
        if (cyprus > 1200)
            cyprusCost *= 0.9m;
        if (cyprus < 120)
            cyprusCost = 0;
        else
            lines.Add("Cyprus: " + cyprus + " min");
        total += cyprusCost;

        var czechia = minutes.GetValueOrDefault("CZ");
        var czechiaCost = czechia * 0.033m;
        if (czechia > 450)
            czechiaCost *= 0.85m;
        if (czechia < 45)
            czechiaCost = 0;
        else
            lines.Add("Czechia: " + czechia + " min");
        total += czechiaCost;

        var denmark = minutes.GetValueOrDefault("DK");
        var denmarkCost = denmark * 0.027m;
        if (denmark > 900)
            denmarkCost *= 0.8m;
        if (denmark < 90)
            denmarkCost = 0;
        else
            lines.Add("Denmark: " + denmark + " min");
        total += denmarkCost;

        var egypt = minutes.GetValueOrDefault("EG");
        var egyptCost = egypt * 0.132m;
        if (egypt > 300)
            egyptCost *= 0.9m;
        if (egypt < 30)
            egyptCost = 0;
        else
            lines.Add("Egypt: " + egypt + " min");
        total += egyptCost;

        var estonia = minutes.GetValueOrDefault("EE");
        var estoniaCost = estonia * 0.051m;
        if (estonia > 600)
            estoniaCost *= 0.85m;
        if (estonia < 60)
            estoniaCost = 0;
        else
            lines.Add("Estonia: " + estonia + " min");
        total += estoniaCost;

        var finland = minutes.GetValueOrDefault("FI");
        var finlandCost = finland * 0.036m;
        if (finland > 1200)
            finlandCost *= 0.8m;
        if (finland < 120)
            finlandCost = 0;
        else
            lines.Add("Finland: " + finland + " min");
        total += finlandCost;

        var france = minutes.GetValueOrDefault("FR");
        var franceCost = france * 0.024m;
        if (france > 450)
            franceCost *= 0.9m;
        if (france < 45)
            franceCost = 0;
        else
            lines.Add("France: " + france + " min");
        total += franceCost;

        var georgia = minutes.GetValueOrDefault("GE");
        var georgiaCost = georgia * 0.171m;
        if (georgia > 900)
            georgiaCost *= 0.85m;
        if (georgia < 90)
            georgiaCost = 0;
        else
            lines.Add("Georgia: " + georgia + " min");
        total += georgiaCost;

        var germany = minutes.GetValueOrDefault("DE");
        var germanyCost = germany * 0.019m;
        if (germany > 300)
            germanyCost *= 0.8m;
        if (germany < 30)
            germanyCost = 0;
        else
            lines.Add("Germany: " + germany + " min");
        total += germanyCost;

        var greece = minutes.GetValueOrDefault("GR");
        var greeceCost = greece * 0.034m;
        if (greece > 600)
            greeceCost *= 0.9m;
        if (greece < 60)
            greeceCost = 0;
        else
            lines.Add("Greece: " + greece + " min");
        total += greeceCost;

        var hungary = minutes.GetValueOrDefault("HU");
        var hungaryCost = hungary * 0.032m;
        if (hungary > 1200)
            hungaryCost *= 0.85m;
        if (hungary < 120)
            hungaryCost = 0;
        else
            lines.Add("Hungary: " + hungary + " min");
        total += hungaryCost;

        var iceland = minutes.GetValueOrDefault("IS");
        var icelandCost = iceland * 0.057m;
        if (iceland > 450)
            icelandCost *= 0.8m;
        if (iceland < 45)
            icelandCost = 0;
        else
            lines.Add("Iceland: " + iceland + " min");
        total += icelandCost;

        var india = minutes.GetValueOrDefault("IN");
        var indiaCost = india * 0.073m;
        if (india > 900)
            indiaCost *= 0.9m;
        if (india < 90)
            indiaCost = 0;
        else
            lines.Add("India: " + india + " min");
        total += indiaCost;

        var indonesia = minutes.GetValueOrDefault("ID");
        var indonesiaCost = indonesia * 0.081m;
        if (indonesia > 300)
            indonesiaCost *= 0.85m;
        if (indonesia < 30)
            indonesiaCost = 0;
        else
            lines.Add("Indonesia: " + indonesia + " min");
        total += indonesiaCost;

        var ireland = minutes.GetValueOrDefault("IE");
        var irelandCost = ireland * 0.026m;
        if (ireland > 600)
            irelandCost *= 0.8m;
        if (ireland < 60)
            irelandCost = 0;
        else
            lines.Add("Ireland: " + ireland + " min");
        total += irelandCost;

        var israel = minutes.GetValueOrDefault("IL");
        var israelCost = israel * 0.046m;
        if (israel > 1200)
            israelCost *= 0.9m;
        if (israel < 120)
            israelCost = 0;
        else
            lines.Add("Israel: " + israel + " min");
        total += israelCost;

        var italy = minutes.GetValueOrDefault("IT");
        var italyCost = italy * 0.028m;
        if (italy > 450)
            italyCost *= 0.85m;
        if (italy < 45)
            italyCost = 0;
        else
            lines.Add("Italy: " + italy + " min");
        total += italyCost;

        var japan = minutes.GetValueOrDefault("JP");
        var japanCost = japan * 0.059m;
        if (japan > 900)
            japanCost *= 0.8m;
        if (japan < 90)
            japanCost = 0;
        else
            lines.Add("Japan: " + japan + " min");
        total += japanCost;

        var kenya = minutes.GetValueOrDefault("KE");
        var kenyaCost = kenya * 0.188m;
        if (kenya > 300)
            kenyaCost *= 0.9m;
        if (kenya < 30)
            kenyaCost = 0;
        else
            lines.Add("Kenya: " + kenya + " min");
        total += kenyaCost;

        var kosovo = minutes.GetValueOrDefault("XK");
        var kosovoCost = kosovo * 0.243m;
        if (kosovo > 600)
            kosovoCost *= 0.85m;
        if (kosovo < 60)
            kosovoCost = 0;
        else
            lines.Add("Kosovo: " + kosovo + " min");
        total += kosovoCost;

        var latvia = minutes.GetValueOrDefault("LV");
        var latviaCost = latvia * 0.054m;
        if (latvia > 1200)
            latviaCost *= 0.8m;
        if (latvia < 120)
            latviaCost = 0;
        else
            lines.Add("Latvia: " + latvia + " min");
        total += latviaCost;

        var lithuania = minutes.GetValueOrDefault("LT");
        var lithuaniaCost = lithuania * 0.052m;
        if (lithuania > 450)
            lithuaniaCost *= 0.9m;
        if (lithuania < 45)
            lithuaniaCost = 0;
        else
            lines.Add("Lithuania: " + lithuania + " min");
        total += lithuaniaCost;

        var luxembourg = minutes.GetValueOrDefault("LU");
        var luxembourgCost = luxembourg * 0.035m;
        if (luxembourg > 900)
            luxembourgCost *= 0.85m;
        if (luxembourg < 90)
            luxembourgCost = 0;
        else
            lines.Add("Luxembourg: " + luxembourg + " min");
        total += luxembourgCost;

        var malta = minutes.GetValueOrDefault("MT");
        var maltaCost = malta * 0.061m;
        if (malta > 300)
            maltaCost *= 0.8m;
        if (malta < 30)
            maltaCost = 0;
        else
            lines.Add("Malta: " + malta + " min");
        total += maltaCost;

        var mexico = minutes.GetValueOrDefault("MX");
        var mexicoCost = mexico * 0.039m;
        if (mexico > 600)
            mexicoCost *= 0.9m;
        if (mexico < 60)
            mexicoCost = 0;
        else
            lines.Add("Mexico: " + mexico + " min");
        total += mexicoCost;

        var moldova = minutes.GetValueOrDefault("MD");
        var moldovaCost = moldova * 0.226m;
        if (moldova > 1200)
            moldovaCost *= 0.85m;
        if (moldova < 120)
            moldovaCost = 0;
        else
            lines.Add("Moldova: " + moldova + " min");
        total += moldovaCost;

        var monaco = minutes.GetValueOrDefault("MC");
        var monacoCost = monaco * 0.093m;
        if (monaco > 450)
            monacoCost *= 0.8m;
        if (monaco < 45)
            monacoCost = 0;
        else
            lines.Add("Monaco: " + monaco + " min");
        total += monacoCost;

        var montenegro = minutes.GetValueOrDefault("ME");
        var montenegroCost = montenegro * 0.197m;
        if (montenegro > 900)
            montenegroCost *= 0.9m;
        if (montenegro < 90)
            montenegroCost = 0;
        else
            lines.Add("Montenegro: " + montenegro + " min");
        total += montenegroCost;

        var morocco = minutes.GetValueOrDefault("MA");
        var moroccoCost = morocco * 0.254m;
        if (morocco > 300)
            moroccoCost *= 0.85m;
        if (morocco < 30)
            moroccoCost = 0;
        else
            lines.Add("Morocco: " + morocco + " min");
        total += moroccoCost;

        var netherlands = minutes.GetValueOrDefault("NL");
        var netherlandsCost = netherlands * 0.025m;
        if (netherlands > 600)
            netherlandsCost *= 0.8m;
        if (netherlands < 60)
            netherlandsCost = 0;
        else
            lines.Add("Netherlands: " + netherlands + " min");
        total += netherlandsCost;

        var norway = minutes.GetValueOrDefault("NO");
        var norwayCost = norway * 0.037m;
        if (norway > 1200)
            norwayCost *= 0.9m;
        if (norway < 120)
            norwayCost = 0;
        else
            lines.Add("Norway: " + norway + " min");
        total += norwayCost;

        var peru = minutes.GetValueOrDefault("PE");
        var peruCost = peru * 0.069m;
        if (peru > 450)
            peruCost *= 0.85m;
        if (peru < 45)
            peruCost = 0;
        else
            lines.Add("Peru: " + peru + " min");
        total += peruCost;

        var poland = minutes.GetValueOrDefault("PL");
        var polandCost = poland * 0.022m;
        if (poland > 900)
            polandCost *= 0.8m;
        if (poland < 90)
            polandCost = 0;
        else
            lines.Add("Poland: " + poland + " min");
        total += polandCost;

        var portugal = minutes.GetValueOrDefault("PT");
        var portugalCost = portugal * 0.023m;
        if (portugal > 300)
            portugalCost *= 0.9m;
        if (portugal < 30)
            portugalCost = 0;
        else
            lines.Add("Portugal: " + portugal + " min");
        total += portugalCost;

        var romania = minutes.GetValueOrDefault("RO");
        var romaniaCost = romania * 0.041m;
        if (romania > 600)
            romaniaCost *= 0.85m;
        if (romania < 60)
            romaniaCost = 0;
        else
            lines.Add("Romania: " + romania + " min");
        total += romaniaCost;

        var senegal = minutes.GetValueOrDefault("SN");
        var senegalCost = senegal * 0.287m;
        if (senegal > 1200)
            senegalCost *= 0.8m;
        if (senegal < 120)
            senegalCost = 0;
        else
            lines.Add("Senegal: " + senegal + " min");
        total += senegalCost;

        var serbia = minutes.GetValueOrDefault("RS");
        var serbiaCost = serbia * 0.179m;
        if (serbia > 450)
            serbiaCost *= 0.9m;
        if (serbia < 45)
            serbiaCost = 0;
        else
            lines.Add("Serbia: " + serbia + " min");
        total += serbiaCost;

        var singapore = minutes.GetValueOrDefault("SG");
        var singaporeCost = singapore * 0.048m;
        if (singapore > 900)
            singaporeCost *= 0.85m;
        if (singapore < 90)
            singaporeCost = 0;
        else
            lines.Add("Singapore: " + singapore + " min");
        total += singaporeCost;

        var slovakia = minutes.GetValueOrDefault("SK");
        var slovakiaCost = slovakia * 0.043m;
        if (slovakia > 300)
            slovakiaCost *= 0.8m;
        if (slovakia < 30)
            slovakiaCost = 0;
        else
            lines.Add("Slovakia: " + slovakia + " min");
        total += slovakiaCost;

        var slovenia = minutes.GetValueOrDefault("SI");
        var sloveniaCost = slovenia * 0.045m;
        if (slovenia > 600)
            sloveniaCost *= 0.9m;
        if (slovenia < 60)
            sloveniaCost = 0;
        else
            lines.Add("Slovenia: " + slovenia + " min");
        total += sloveniaCost;

        var spain = minutes.GetValueOrDefault("ES");
        var spainCost = spain * 0.018m;
        if (spain > 1200)
            spainCost *= 0.85m;
        if (spain < 120)
            spainCost = 0;
        else
            lines.Add("Spain: " + spain + " min");
        total += spainCost;

        var sweden = minutes.GetValueOrDefault("SE");
        var swedenCost = sweden * 0.017m;
        if (sweden > 450)
            swedenCost *= 0.8m;
        if (sweden < 45)
            swedenCost = 0;
        else
            lines.Add("Sweden: " + sweden + " min");
        total += swedenCost;

        var switzerland = minutes.GetValueOrDefault("CH");
        var switzerlandCost = switzerland * 0.062m;
        if (switzerland > 900)
            switzerlandCost *= 0.9m;
        if (switzerland < 90)
            switzerlandCost = 0;
        else
            lines.Add("Switzerland: " + switzerland + " min");
        total += switzerlandCost;

        var thailand = minutes.GetValueOrDefault("TH");
        var thailandCost = thailand * 0.077m;
        if (thailand > 300)
            thailandCost *= 0.85m;
        if (thailand < 30)
            thailandCost = 0;
        else
            lines.Add("Thailand: " + thailand + " min");
        total += thailandCost;

        var tunisia = minutes.GetValueOrDefault("TN");
        var tunisiaCost = tunisia * 0.264m;
        if (tunisia > 600)
            tunisiaCost *= 0.8m;
        if (tunisia < 60)
            tunisiaCost = 0;
        else
            lines.Add("Tunisia: " + tunisia + " min");
        total += tunisiaCost;

        var turkey = minutes.GetValueOrDefault("TR");
        var turkeyCost = turkey * 0.119m;
        if (turkey > 1200)
            turkeyCost *= 0.9m;
        if (turkey < 120)
            turkeyCost = 0;
        else
            lines.Add("Turkey: " + turkey + " min");
        total += turkeyCost;

        var ukraine = minutes.GetValueOrDefault("UA");
        var ukraineCost = ukraine * 0.128m;
        if (ukraine > 450)
            ukraineCost *= 0.85m;
        if (ukraine < 45)
            ukraineCost = 0;
        else
            lines.Add("Ukraine: " + ukraine + " min");
        total += ukraineCost;

        var vietnam = minutes.GetValueOrDefault("VN");
        var vietnamCost = vietnam * 0.142m;
        if (vietnam > 900)
            vietnamCost *= 0.8m;
        if (vietnam < 90)
            vietnamCost = 0;
        else
            lines.Add("Vietnam: " + vietnam + " min");
        total += vietnamCost;

        lines.Add("Total: " + total);
        Use.Billing(string.Join("\n", lines));
        Edition.Subscribe(mail, total); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Bills.Write(Customers.Ada(), new Dictionary<string, int> { ["DE"] = 700, ["FR"] = 80, ["VN"] = 3 });
}
