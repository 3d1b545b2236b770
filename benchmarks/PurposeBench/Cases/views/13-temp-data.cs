// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Between two requests the view model lies in temporary data as JSON.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Views.TempData;

public sealed class CallModel
{
    public string? Number { get; set; }

    public int Ticket { get; set; }
}

public sealed class TempData
{
    private readonly Dictionary<string, string> _values = [];

    public void Put<T>(string key, T value) => _values[key] = JsonSerializer.Serialize(value);

    public T? Take<T>(string key) => _values.Remove(key, out var json) ? JsonSerializer.Deserialize<T>(json) : default;
}

[ForPurpose("support")]
public static class CallController
{
    public static void Post(TempData temp, Customer customer) => temp.Put("call", new CallModel { Number = customer.Phone, Ticket = 12 });
}

[ForPurpose("marketing")]
public static class OfferController
{
    public static void Get(TempData temp)
    {
        if (temp.Take<CallModel>("call")?.Number is { } number) //! ECRM2002
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        var temp = new TempData();
        CallController.Post(temp, Customers.Ada());
        OfferController.Get(temp);
    }
}
