// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Email
// proof: reaches
// why: What the login put into the portal's claims comes out under the same claim type.
using System.Security.Claims;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B09PortalClaims;

[ForPurpose("support")]
public static class PortalLogin
{
    public static ClaimsPrincipal SignIn(Customer customer)
    {
        var identity = new ClaimsIdentity("portal");
        identity.AddClaim(new Claim(ClaimTypes.Role, customer.Segment));
        identity.AddClaim(new Claim(ClaimTypes.Email, customer.Email));
        return new ClaimsPrincipal(identity);
    }
}

[ForPurpose("marketing")]
public static class OfferBanner
{
    public static void Show(ClaimsPrincipal visitor) => Use.Marketing(visitor.FindFirst(ClaimTypes.Email)?.Value); //! ECRM2002
}

public static class Case
{
    public static void Run() => OfferBanner.Show(PortalLogin.SignIn(Customers.Ada()));
}
