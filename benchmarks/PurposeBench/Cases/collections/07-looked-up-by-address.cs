// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Email
// proof: differs
// why: A plain text that was looked up under an address tells which address it was.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.LookedUpByAddress;

[ForPurpose("support")]
public static class Agents
{
    private static readonly Dictionary<char, string> ByLetter = new()
    {
        ['0'] = "Amal", ['1'] = "Bo", ['2'] = "Chris", ['3'] = "Dana", ['4'] = "Eli", ['5'] = "Finn", ['6'] = "Gil", ['7'] = "Hao",
        ['8'] = "Ines", ['9'] = "Jo", ['a'] = "Kim", ['b'] = "Lee", ['c'] = "Mo", ['d'] = "Noor", ['e'] = "Ola", ['f'] = "Pat",
    };

    public static string For(Customer customer)
    {
        var letter = customer.Email[customer.Email.IndexOf('@') - 1];
        return ByLetter[letter];
    }
}

[ForPurpose("marketing")]
public static class PersonalOffer
{
    public static void Sign(Customer customer) => Use.Marketing("Yours, " + Agents.For(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => PersonalOffer.Sign(Customers.Ada());
}
