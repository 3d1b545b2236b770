// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: differs
// why: What a regular expression captures is a part of the note.
using System.Text.RegularExpressions;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.MatchedGroup;

[ForPurpose("support")]
public static partial class Complaints
{
    [GeneratedRegex("^(?<topic>[^@]+)@")]
    private static partial Regex Topic();

    public static string TopicOf(Customer customer)
    {
        var match = Topic().Match(customer.Note);
        return match.Success ? match.Groups["topic"].Value : "other";
    }
}

[ForPurpose("research")]
public static class Themes
{
    public static void Count(Customer customer)
    {
        Use.Research(Regex.Replace(Complaints.TopicOf(customer), "[-]", "_")); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Themes.Count(Customers.Ada());
}
