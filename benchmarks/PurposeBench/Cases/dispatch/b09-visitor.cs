// verdict: violation
// origin: blind
// channel: research
// source: PhoneCall.Note
// proof: reaches
// why: Two calls are dispatched, one on the contact and one on the visitor; research visits what support noted.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.Visiting;

public interface IContactVisitor<out TResult>
{
    TResult Visit(PhoneCall call);

    TResult Visit(ShopVisit visit);
}

public abstract class Contact
{
    public abstract TResult Accept<TResult>(IContactVisitor<TResult> visitor);
}

public sealed class PhoneCall : Contact
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; init; }

    [DataCategory("content.note"), CollectedFor("support")]
    public string Note { get; init; } = "";

    public override TResult Accept<TResult>(IContactVisitor<TResult> visitor) => visitor.Visit(this);
}

public sealed class ShopVisit : Contact
{
    public string Shop { get; init; } = "";

    public override TResult Accept<TResult>(IContactVisitor<TResult> visitor) => visitor.Visit(this);
}

[ForPurpose("support")]
public sealed class Summary : IContactVisitor<string>
{
    public string Visit(PhoneCall call) => "phone: " + call.Note;

    public string Visit(ShopVisit visit) => "shop: " + visit.Shop;
}

[ForPurpose("research")]
public static class JourneyStudy
{
    public static void Collect(params ReadOnlySpan<Contact> journey)
    {
        var text = new StringBuilder();
        foreach (var contact in journey)
            text.Append(contact.Accept(new Summary())); //! ECRM2002
        Use.Research(text.ToString());
    }
}

public static class Case
{
    public static void Run() => JourneyStudy.Collect(new ShopVisit { Shop = "Leeds" }, new PhoneCall { CustomerId = 7, Note = Mark.Text("PhoneCall.Note") });
}
