// verdict: violation
// origin: open
// channel: exception
// source: Customer.Email
// proof: reaches
// why: The exception builds its message from the object it is given.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.ExceptionBaseMessage;

public sealed class Bounce(string address, int code)
{
    public string Address { get; } = address;

    public int Code { get; } = code;
}

public sealed class BounceException : Exception
{
    public BounceException(Bounce bounce)
        : base($"{bounce.Code} from {bounce.Address}") //! ECRM3003
    {
    }
}

[ForPurpose("support")]
public static class Delivery
{
    public static async Task DeliverAsync(Customer customer)
    {
        await Task.Yield();
        var bounce = new Bounce(customer.Email, 550);
        throw new BounceException(bounce);
    }
}

public static class Case
{
    public static Task Run() => Delivery.DeliverAsync(Customers.Ada());
}
