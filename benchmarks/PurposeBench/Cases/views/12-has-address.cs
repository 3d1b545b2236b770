// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The view model says whether there is an address; a null check says nothing about which.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.HasAddress;

public sealed class ProfileModel
{
    public bool HasAddress { get; init; }

    public string? Address { get; init; }
}

[ForPurpose("support")]
public static class Profiles
{
    public static ProfileModel Of(Customer customer) => new() { Address = customer.Email, HasAddress = customer.Email is not null };
}

[ForPurpose("newsletter")]
public static class SubscribeBox
{
    public static void Render(ProfileModel model) => Use.Newsletter(model.HasAddress ? "<button>Subscribe</button>" : "<input name=mail>");
}

public static class Case
{
    public static void Run() => SubscribeBox.Render(Profiles.Of(Customers.Ada()));
}
