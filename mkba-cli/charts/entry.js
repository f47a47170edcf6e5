// The parts of Apache ECharts that the report draws with.
export {init} from 'echarts/core';
import {use} from 'echarts/core';
import {BarChart, CustomChart, LineChart} from 'echarts/charts';
import {GridComponent, TooltipComponent} from 'echarts/components';
import {SVGRenderer} from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);
