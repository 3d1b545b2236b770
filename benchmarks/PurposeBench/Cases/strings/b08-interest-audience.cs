// verdict: clean
// origin: blind
// channel: recipient:ad-network
// source: Visitor.Email
// proof: differs
// why: The ad network is told the interest, which it may have; the hash of the address stays in marketing.
using System.Security.Cryptography;
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.InterestAudience;

[DataSubject("visitor")]
public sealed class Visitor
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public string Email { get; init; } = "";

    [DataCategory("online"), CollectedFor("marketing")]
    public string Interest { get; init; } = "";
}

[ForPurpose("marketing")]
public static class Retargeting
{
    public static void Upload(Visitor visitor)
    {
        var key = Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(visitor.Email)));
        var line = new StringBuilder().Append("interest=").Append(visitor.Interest).ToString();
        Use.Marketing(key + ";" + line);
        AdNetwork.Push(line.Replace('=', ':'));
    }
}

public static class Case
{
    public static void Run() => Retargeting.Upload(new Visitor { Id = 7, Email = Mark.Text("Visitor.Email"), Interest = "routers" });
}
