// verdict: violation
// origin: blind
// channel: recipient:ad-network
// source: Visitor.Email
// proof: differs
// why: A hash of an address is derived from it; marketing may use the address, but the ad network may have no contact data.
using System.Security.Cryptography;
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.CustomAudience;

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

public static class Hashing
{
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim())));
}

[ForPurpose("marketing")]
public static class Retargeting
{
    public static void Upload(Visitor visitor)
    {
        var key = Hashing.Sha256(visitor.Email);
        AdNetwork.Push($"em={key}"); //! ECRM3001
    }
}

public static class Case
{
    public static void Run() => Retargeting.Upload(new Visitor { Id = 7, Email = Mark.Text("Visitor.Email"), Interest = "routers" });
}
