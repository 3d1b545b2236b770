using Ethics.Crm;
using Fabrikam.Crm.Data;
using Fabrikam.Crm.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Fabrikam.Crm.Web;

/// <summary>A controller says what it works for by the attribute; its JSON is written for that purpose too.</summary>
[ApiController, Route("orders"), ForPurpose(Purposes.Fulfilment)]
public sealed class OrdersController(CrmContext db) : ControllerBase
{
    [HttpGet("{id:int}")]
    public async Task<ActionResult<Order>> Find(int id) => await db.Orders.FindAsync(id) is { } order ? order : NotFound();

    [HttpGet("{id:int}/label")]
    public async Task<ActionResult<string>> Label(int id)
    {
        if (await db.Orders.FindAsync(id) is not { } order)
            return NotFound();

        var contact = await db.Contacts.SingleAsync(c => c.Id == order.ContactId);
        return $"{contact.Name}, {contact.Address}";
    }
}
