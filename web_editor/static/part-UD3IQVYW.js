import{c as n}from"./part-V4VDY4FQ.js";var e=new Intl.DisplayNames([n],{type:"language"}),t=a=>e.of(a)??a;export{t as a};
