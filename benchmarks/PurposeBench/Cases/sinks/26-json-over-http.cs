// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: What is posted as JSON is in the hands of the other end; the desk hands the address to the code that posts it.
using System.Net;
using System.Net.Http.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.JsonOverHttp;

// What the other end receives.
public sealed class Wire(Action<object?> received) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        received(await request.Content!.ReadAsStringAsync(cancellationToken));
        return new HttpResponseMessage(HttpStatusCode.Created);
    }
}

[ForPurpose("newsletter")]
public sealed class EditionClient(HttpClient http)
{
    public async Task SubscribeAsync(int id, string mail)
    {
        using var answer = await http.PostAsJsonAsync("https://news.example/subscribers", new { id, mail });
        answer.EnsureSuccessStatusCode();
    }
}

[ForPurpose("support")]
public sealed class Desk(EditionClient editions)
{
    public Task CloseAsync(Customer customer) => editions.SubscribeAsync(customer.Id, customer.Email); //! ECRM2002
}

public static class Case
{
    public static async Task Run()
    {
        using var http = new HttpClient(new Wire(Use.Newsletter));
        await new Desk(new EditionClient(http)).CloseAsync(Customers.Ada());
    }
}
