// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The assignment before the exception stays in force after the handler.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.CaughtAndKept;

[ForPurpose("support")]
public static class Rating
{
    public static string Read(Customer customer, string entered)
    {
        var rating = "none";
        try
        {
            rating = customer.Note;
            rating = int.Parse(entered, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }
        catch (FormatException) when (entered.Length < 10)
        {
            rating = "free text: " + rating;
        }

        return rating;
    }
}

[ForPurpose("research")]
public static class Satisfaction
{
    public static void Collect(Customer customer) => Use.Research(Rating.Read(customer, "five")); //! ECRM2002
}

public static class Case
{
    public static void Run() => Satisfaction.Collect(Customers.Ada());
}
